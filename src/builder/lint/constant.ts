import { childNodes, type ExprNode, equalExpr } from "../../expr/index.ts";
import type { Placed } from "./look-ahead.ts";
import { constantNumber } from "./sign.ts";
import type { LintWarning } from "./warning.ts";

const texts = {
  true: ["it is true on every bar", "leave the condition out"],
  false: [
    "it is false on every bar, so the trigger never fires",
    "remove the trigger or correct the condition",
  ],
  null: [
    "it is null on every bar, which counts as false, so the trigger never fires",
    "ask for null with isNull() or isNotNull()",
  ],
  same: ["it reads no column, so it is the same on every bar", "compare with a column, or leave it out"],
} as const;

/** A condition that no bar can change. */
export function* constantWarnings({ path, node }: Placed): Generator<LintWarning> {
  const value = constantOf(node);
  const outcome = value !== undefined ? (`${value}` as const) : readsNothing(node) ? "same" : undefined;
  if (outcome === undefined) return;
  const [reason, remedy] = texts[outcome];
  yield { rule: "constant-condition", path, reason, remedy };
}

function readsNothing(node: ExprNode): boolean {
  if (node.kind === "column") return false;
  if (node.kind === "unknown") return node.variant === "Literal";
  return childNodes(node).every(readsNothing);
}

type Truth = boolean | null;

/** The value of a condition that is the same on every row, as far as it is easily told. */
function constantOf(node: ExprNode): Truth | undefined {
  switch (node.kind) {
    case "literal":
      return typeof node.value === "boolean" || node.value === null ? node.value : undefined;
    case "alias":
      return constantOf(node.input);
    case "function":
      return functionConstant(node);
    case "binary":
      return binaryConstant(node);
    default:
      return undefined;
  }
}

function functionConstant({ fn, inputs }: ExprNode & { readonly kind: "function" }): Truth | undefined {
  const values = inputs.map(constantOf);
  if (fn.name === "not") return values[0] === null ? null : values[0] === undefined ? undefined : !values[0];
  if (fn.name === "allHorizontal") return decided(values, false);
  if (fn.name === "anyHorizontal") return decided(values, true);
  return undefined;
}

function binaryConstant({ op, left, right }: ExprNode & { readonly kind: "binary" }): Truth | undefined {
  switch (op) {
    case "and":
    case "logicalAnd":
      return decided([constantOf(left), constantOf(right)], false);
    case "or":
    case "logicalOr":
      return decided([constantOf(left), constantOf(right)], true);
    case "eq":
      return compared(left, right, (order) => order === 0);
    case "neq":
      return compared(left, right, (order) => order !== 0);
    case "lt":
      return compared(left, right, (order) => order < 0);
    case "ltEq":
      return compared(left, right, (order) => order <= 0);
    case "gt":
      return compared(left, right, (order) => order > 0);
    case "gtEq":
      return compared(left, right, (order) => order >= 0);
    default:
      return undefined;
  }
}

/** And (`settling` false) or or (true): one settling value decides; else all must be known. */
function decided(values: readonly (Truth | undefined)[], settling: boolean): Truth | undefined {
  if (values.includes(settling)) return settling;
  if (values.includes(undefined)) return undefined;
  return values.includes(null) ? null : !settling;
}

/** A comparison of constants, of anything with null, or of an expression with itself. */
function compared(left: ExprNode, right: ExprNode, holds: (order: number) => boolean): Truth | undefined {
  if (isNullLiteral(left) || isNullLiteral(right)) return null;
  const [a, b] = [constantNumber(left), constantNumber(right)];
  if (a !== undefined && b !== undefined) return holds(a - b);
  // Null rows stay null, which fires as little as false does.
  return equalExpr(left, right) ? holds(0) : undefined;
}

function isNullLiteral(node: ExprNode): boolean {
  return node.kind === "literal" && node.value === null;
}
