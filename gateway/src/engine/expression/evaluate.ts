import type {
  AggregateFunction,
  AggregateNode,
  BinaryNode,
  BinaryOperator,
  ExprNode,
  FunctionNode,
} from "tradepose-client/expr";
import { aggregate } from "./aggregate.ts";
import { arithmetic } from "./arithmetic.ts";
import type { Call } from "./call.ts";
import { cast } from "./cast.ts";
import { ternary } from "./choice.ts";
import { comparison, equalityWithNulls } from "./comparison.ts";
import { applyFunction } from "./functions.ts";
import { literalValue } from "./literals.ts";
import { logic } from "./logic.ts";
import { isIn } from "./membership.ts";
import type { FrameScope, NamedColumns } from "./scope.ts";
import { sizeProblem } from "./size.ts";
import { didYouMean } from "./suggest.ts";
import type { ScalarValue, StructValue, Value } from "./value.ts";
import { onRows, over } from "./window.ts";

/** Where an expression is evaluated, and who hears of what is wrong with it. */
export interface EvaluationContext {
  readonly scope: FrameScope;
  readonly columns: NamedColumns;
  /** Called for every problem found, with the path of the node below the field that holds the expression. */
  readonly report: (path: string, message: string) => void;
}

/**
 * Types and evaluates an expression over the rows of a frame, by Polars' rules. What depends on bars alone comes back
 * as a literal or a column; what reads a trading context as a reader of one row at a time.
 *
 * @param path path of the field that holds the expression; nodes are told by their wire names below it, for example
 * `conditions[1].BinaryExpr.left`.
 * @returns undefined when something was reported. Siblings of a bad node are still looked at, its ancestors are not.
 */
export function evaluate(node: ExprNode, path: string, context: EvaluationContext): ScalarValue | undefined {
  const tooLarge = sizeProblem(node);
  if (tooLarge !== undefined) {
    context.report(path, tooLarge);
    return undefined;
  }
  return scalarAt(node, path, context);
}

function scalarAt(node: ExprNode, path: string, context: EvaluationContext): ScalarValue | undefined {
  const value = valueAt(node, path, context);
  if (value?.source !== "struct") return value;
  context.report(
    path,
    `this is a struct; take one of its members with field: ${Object.keys(value.members).join(", ")}`,
  );
  return undefined;
}

function valueAt(node: ExprNode, path: string, context: EvaluationContext): Value | undefined {
  switch (node.kind) {
    case "column":
      return columnNamed(node.name, path, context);
    case "literal":
      return literalValue(node);
    case "alias":
      return valueAt(node.input, `${path}.Alias[0]`, context);
    case "binary":
      return binary(node, path, context);
    case "ternary": {
      const operands = [
        [node.predicate, `${path}.Ternary.predicate`],
        [node.truthy, `${path}.Ternary.truthy`],
        [node.falsy, `${path}.Ternary.falsy`],
      ] as const;
      return withOperands(operands, path, context, ternary);
    }
    case "cast":
      return withOperands([[node.input, `${path}.Cast.expr`]], path, context, (call) =>
        cast(call, node.dtype, node.mode),
      );
    case "function":
      return functionOf(node, path, context);
    case "aggregate":
      return withOperands([[node.input, aggregatePath(node, path)]], path, context, (call) =>
        aggregate(call, node),
      );
    case "window":
      return over(node, path, context, scalarAt);
    case "unknown":
      return unsupported(`the expression node ${node.variant}`, path, context);
  }
}

/** Where the wire form of an aggregate has its input. */
function aggregatePath({ fn }: AggregateNode, path: string): string {
  if (fn === "min" || fn === "max" || fn === "count") return `${path}.Agg.${WIRE_AGGREGATES[fn]}.input`;
  return fn === "std" || fn === "var"
    ? `${path}.Agg.${WIRE_AGGREGATES[fn]}[0]`
    : `${path}.Agg.${WIRE_AGGREGATES[fn]}`;
}

const WIRE_AGGREGATES = {
  first: "First",
  last: "Last",
  min: "Min",
  max: "Max",
  mean: "Mean",
  sum: "Sum",
  median: "Median",
  std: "Std",
  var: "Var",
  count: "Count",
  nUnique: "NUnique",
} as const satisfies Record<AggregateFunction, string>;

function columnNamed(name: string, path: string, { columns, report }: EvaluationContext): Value | undefined {
  const value = columns.get(name);
  if (value === undefined) {
    report(path, `unknown column "${name}"; ${didYouMean(name, columns.names())}`);
  }
  return value === "broken" ? undefined : value;
}

const ARITHMETIC = ["add", "sub", "mul", "divide", "trueDivide", "floorDivide", "modulo"] as const;
const COMPARISONS = ["eq", "neq", "lt", "ltEq", "gt", "gtEq"] as const;

function binary(node: BinaryNode, path: string, context: EvaluationContext): ScalarValue | undefined {
  const operands = [
    [node.left, `${path}.BinaryExpr.left`],
    [node.right, `${path}.BinaryExpr.right`],
  ] as const;
  return withOperands(operands, path, context, (call) => applyOperator(call, node.op));
}

function applyOperator(call: Call, op: BinaryOperator): ScalarValue | undefined {
  if (isOneOf(ARITHMETIC, op)) return arithmetic(call, op);
  if (isOneOf(COMPARISONS, op)) return comparison(call, op);
  switch (op) {
    case "eqMissing":
      return equalityWithNulls(call, true);
    case "neqMissing":
      return equalityWithNulls(call, false);
    case "and":
    case "logicalAnd":
      return logic(call, "and");
    case "or":
    case "logicalOr":
      return logic(call, "or");
    case "xor":
      return logic(call, "xor");
  }
}

function functionOf(node: FunctionNode, path: string, context: EvaluationContext): ScalarValue | undefined {
  const { fn } = node;
  const operands = node.inputs.map((input, i) => [input, `${path}.Function.input[${i}]`] as const);
  if (fn.name === "field") {
    const [operand] = operands;
    const struct = operand === undefined ? undefined : valueAt(operand[0], operand[1], context);
    return struct === undefined ? undefined : memberOf(struct, fn.field, path, context);
  }
  if (fn.name === "isIn") {
    // A list is no value: it is read where it is.
    const list = operands[1]?.[0] ?? node;
    return withOperands(operands, path, context, (call) => isIn(call, list, fn.nullsEqual), 1);
  }
  return withOperands(operands, path, context, (call) => applyFunction({ ...call, fn }));
}

function memberOf(
  struct: Value,
  name: string,
  path: string,
  { report }: EvaluationContext,
): ScalarValue | undefined {
  if (struct.source !== "struct") {
    report(path, `member "${name}" of something that is not a struct`);
    return undefined;
  }
  const member = ownMember(struct, name);
  if (member === undefined) {
    report(path, `unknown struct member "${name}"; ${didYouMean(name, Object.keys(struct.members))}`);
  }
  return member;
}

function ownMember(struct: StructValue, name: string): ScalarValue | undefined {
  return Object.hasOwn(struct.members, name) ? struct.members[name] : undefined;
}

/** Evaluates the operands, or the first few of them, so that every problem is found; then the operation if none failed. */
function withOperands(
  operands: readonly (readonly [ExprNode, string])[],
  path: string,
  context: EvaluationContext,
  operation: (call: Call) => ScalarValue | undefined,
  count = operands.length,
): ScalarValue | undefined {
  const values = operands.slice(0, count).map(([node, at]) => scalarAt(node, at, context));
  const args = values.filter((value) => value !== undefined);
  if (args.length < values.length) return undefined;
  const fail = (message: string, operand?: number): undefined => {
    context.report(operand === undefined ? path : (operands[operand]?.[1] ?? path), message);
  };
  return operation({ ...inOneShape(args, context.scope), fail });
}

/** Operands with a row for each row, or all with one for each group: aggregates beside rows are repeated on them. */
function inOneShape(args: readonly ScalarValue[], scope: FrameScope): Pick<Call, "args" | "scope"> {
  const rows = args.filter((arg) => arg.source !== "literal");
  const arePerGroup = rows.map((arg) => arg.source === "column" && arg.isPerGroup);
  if (!arePerGroup.includes(true)) return { args, scope };
  if (!arePerGroup.includes(false)) return { args, scope: scope.perGroup };
  return { args: args.map((arg) => (arg.source === "literal" ? arg : onRows(arg, scope))), scope };
}

function unsupported(what: string, path: string, { report }: EvaluationContext): undefined {
  report(path, `${what} is not supported by this engine`);
}

function isOneOf<Item extends string>(items: readonly Item[], item: string): item is Item {
  return (items as readonly string[]).includes(item);
}
