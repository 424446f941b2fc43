import { inferKind } from "./infer.ts";
import { barColumnKind, type ExprKind } from "./kinds.ts";
import type {
  AggregateNode,
  BinaryNode,
  BinaryOperator,
  ExprNode,
  FunctionNode,
  LiteralNode,
} from "./node.ts";

/**
 * The expression as one would write it with this library. A node does not know the kind of its columns, so the kind
 * is taken from the place where a column stands; `kind` is that of the whole expression, a number where nothing else
 * decides.
 */
export function printNode(node: ExprNode, kind: ExprKind = inferKind(node) ?? "number"): string {
  switch (node.kind) {
    case "column":
      return printColumn(node.name, kind);
    case "literal":
      return node.type === "Null" ? "null" : `lit(${printLiteral(node)})`;
    case "binary":
      return printBinary(node);
    case "alias":
      return `${printNode(node.input, kind)}.alias(${quote(node.name)})`;
    case "ternary":
      return printConditional(node, kind);
    case "cast": {
      const options = node.mode === "strict" ? "" : `, { strict: false }`;
      return `${printNode(node.input)}.cast(${quote(node.dtype)}${options})`;
    }
    case "aggregate":
      return printAggregate(node, kind);
    case "window":
      return `${printNode(node.input, kind)}.over(${node.partitionBy.map((key) => printNode(key)).join(", ")})`;
    case "function":
      return printFunction(node, kind);
    case "unknown":
      return `unknown(${quote(node.variant)})`;
  }
}

/** An argument: literals stand bare there. */
function printArgument(node: ExprNode, kind: ExprKind): string {
  return node.kind === "literal" ? printLiteral(node) : printNode(node, kind);
}

function printLiteral({ type, value }: LiteralNode): string {
  if (type === "Datetime") return `new Date(${quote(new Date(Number(value) / 1000).toISOString())})`;
  if (type === "Date") return `new Date(${quote(new Date(Number(value) * 86_400_000).toISOString())})`;
  return typeof value === "string" ? quote(value) : String(value);
}

function printColumn(name: string, kind: ExprKind): string {
  return barColumnKind(name) === kind ? `col(${quote(name)})` : `col(${quote(name)}, ${quote(kind)})`;
}

const methods: Readonly<Partial<Record<BinaryOperator, string>>> = {
  trueDivide: "div",
  floorDivide: "floorDiv",
  modulo: "mod",
  logicalAnd: "and",
  logicalOr: "or",
};

const logical: ReadonlySet<BinaryOperator> = new Set(["and", "or", "xor", "logicalAnd", "logicalOr"]);
const comparing: ReadonlySet<BinaryOperator> = new Set([
  "eq",
  "eqMissing",
  "neq",
  "neqMissing",
  "lt",
  "ltEq",
  "gt",
  "gtEq",
]);

function printBinary({ op, left, right }: BinaryNode): string {
  const kind = logical.has(op)
    ? "boolean"
    : comparing.has(op)
      ? (inferKind(left) ?? inferKind(right) ?? "number")
      : "number";
  return `${printNode(left, kind)}.${methods[op] ?? op}(${printArgument(right, kind)})`;
}

function printConditional(node: ExprNode & { readonly kind: "ternary" }, kind: ExprKind): string {
  let text = "";
  let rest: ExprNode = node;
  while (rest.kind === "ternary") {
    const predicate = printArgument(rest.predicate, "boolean");
    text += `${text === "" ? "" : "."}when(${predicate}).then(${printArgument(rest.truthy, kind)})`;
    rest = rest.falsy;
  }
  return `${text}.otherwise(${printArgument(rest, kind)})`;
}

function printAggregate({ fn, input, ddof }: AggregateNode, kind: ExprKind): string {
  const options = ddof === undefined || ddof === 1 ? "" : `{ ddof: ${ddof} }`;
  return `${printNode(input, fn === "count" || fn === "nUnique" ? undefined : kind)}.${fn}(${options})`;
}

function printFunction(node: FunctionNode, kind: ExprKind): string {
  const { fn, inputs } = node;
  const [first, ...rest] = inputs;
  if (first === undefined) return `${fn.name}()`;
  const args = (of: ExprKind) => rest.map((input) => printArgument(input, of)).join(", ");
  switch (fn.name) {
    case "field":
      return printField(first, fn.field, kind);
    case "temporal":
      return `${printNode(first, "time")}.dt.${fn.part}()`;
    case "totalMinutes":
      return `${printNode(first, "time")}.dt.totalMinutes(${fn.fractional ? "{ fractional: true }" : ""})`;
    case "convertTimeZone":
      return `${printNode(first, "time")}.dt.convertTimeZone(${quote(fn.timeZone)})`;
    case "not":
      return `${printNode(first, "boolean")}.not()`;
    case "isBetween": {
      const of = inferKind(first) ?? rest.map(inferKind).find((known) => known !== undefined) ?? "number";
      return `${printNode(first, of)}.isBetween(${args(of)}${fn.closed === "both" ? "" : `, ${quote(fn.closed)}`})`;
    }
    case "anyHorizontal":
    case "allHorizontal":
      return `${fn.name}(${inputs.map((input) => printArgument(input, "boolean")).join(", ")})`;
    case "minHorizontal":
    case "maxHorizontal":
    case "coalesce":
      return `${fn.name}(${inputs.map((input) => printArgument(input, kind)).join(", ")})`;
    case "shift":
      return `${printNode(first, kind)}.shift(${args("number")})`;
    case "fillNull":
      return `${printNode(first, kind)}.fillNull(${args(kind)})`;
    case "isNull":
    case "isNotNull":
    case "isIn":
      return `${printNode(first)}.${fn.name}(${args(inferKind(first) ?? "number")})`;
    case "rolling":
    case "round":
    case "ewmMean":
    case "fillNullStrategy":
    case "cumMax":
    case "cumMin":
    case "cumSum":
    case "cumCount": {
      const { name, ...options } = fn;
      return `${printNode(first, kind)}.${name}(${printOptions(options)})`;
    }
    default:
      return `${printNode(first, "number")}.${fn.name}(${args("number")})`;
  }
}

function printField(input: ExprNode, field: string, kind: ExprKind): string {
  const struct =
    input.kind === "column"
      ? `col(${quote(input.name)}, { ${key(field)}: ${quote(kind)} })`
      : printNode(input, "struct");
  return `${struct}.field(${quote(field)})`;
}

function printOptions(options: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(options).map(([name, value]) => `${key(name)}: ${JSON.stringify(value)}`);
  return `{ ${entries.join(", ")} }`;
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

function quote(text: string): string {
  return JSON.stringify(text);
}
