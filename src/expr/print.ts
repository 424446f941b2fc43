import { firstKind, inferKind, passingAggregates } from "./infer.ts";
import { barColumnKind, type ExprKind } from "./kinds.ts";
import type { AggregateNode, BinaryNode, ExprFunction, ExprNode, FunctionNode, TernaryNode } from "./node.ts";
import { printBareLiteral, printLiteral } from "./print-literal.ts";
import { comparisons, functionWord, logicals } from "./vocabulary.ts";

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
      return printLiteral(node);
    case "binary":
      return printBinary(node, kind);
    case "alias":
      return `${printNode(node.input, kind)}.alias(${quote(node.name)})`;
    case "ternary":
      return printConditional(node, kind);
    case "cast":
      return printCall(printNode(node.input), "cast", [
        quote(node.dtype),
        printOptions({ strict: node.mode === "strict" }, { strict: true }),
      ]);
    case "aggregate":
      return printAggregate(node, kind);
    case "window":
      return printCall(
        printNode(node.input, kind),
        "over",
        node.partitionBy.map((key) => printNode(key)),
      );
    case "function":
      return printFunction(node, kind);
    case "unknown":
      return `unknown(${quote(node.variant)})`;
  }
}

/** An argument: literals stand bare there. */
function printArgument(node: ExprNode, kind: ExprKind): string {
  return node.kind === "literal" ? printBareLiteral(node) : printNode(node, kind);
}

function printCall(receiver: string, method: string, args: readonly string[]): string {
  return `${receiver}.${method}(${args.filter((arg) => arg !== "").join(", ")})`;
}

function printColumn(name: string, kind: ExprKind): string {
  return barColumnKind(name) === kind ? `col(${quote(name)})` : `col(${quote(name)}, ${quote(kind)})`;
}

/** Nodes whose method has another name. */
const methods: Readonly<Partial<Record<string, string>>> = {
  divide: "div",
  trueDivide: "div",
  floorDivide: "floorDiv",
  modulo: "mod",
  logicalAnd: "and",
  logicalOr: "or",
  negate: "neg",
};

function methodOf(name: string): string {
  return methods[name] ?? name;
}

function printBinary({ op, left, right }: BinaryNode, kind: ExprKind): string {
  const known = firstKind([left, right]);
  const of = op in logicals ? "boolean" : ((op in comparisons ? known : (known ?? kind)) ?? "number");
  return printCall(printNode(left, of), methodOf(op), [printArgument(right, of)]);
}

function printConditional(node: TernaryNode, kind: ExprKind): string {
  let text = "";
  let rest: ExprNode = node;
  while (rest.kind === "ternary") {
    const predicate = printArgument(rest.predicate, "boolean");
    text += `${text === "" ? "" : "."}when(${predicate}).then(${printArgument(rest.truthy, kind)})`;
    rest = rest.falsy;
  }
  return `${text}.otherwise(${printArgument(rest, kind)})`;
}

function printAggregate({ fn, input, ddof = 1 }: AggregateNode, kind: ExprKind): string {
  const of = passingAggregates.has(fn) ? kind : fn === "count" || fn === "nUnique" ? undefined : "number";
  return printCall(printNode(input, of), fn, [printOptions({ ddof }, { ddof: 1 })]);
}

/** Functions of several expressions that belong to none of them. */
const freeFunctions: ReadonlySet<string> = new Set([
  "anyHorizontal",
  "allHorizontal",
  "minHorizontal",
  "maxHorizontal",
  "coalesce",
]);

function printFunction({ fn, inputs }: FunctionNode, kind: ExprKind): string {
  const [first, ...rest] = inputs;
  if (first === undefined) return `${fn.name}()`;
  if (fn.name === "field") return printField(first, fn.field, kind);
  const of = inputKind(fn, inputs, kind);
  if (freeFunctions.has(fn.name)) {
    return `${fn.name}(${inputs.map((input) => printArgument(input, of)).join(", ")})`;
  }
  const restKind = fn.name === "shift" ? "number" : of;
  const args = rest.map((input) => printArgument(input, restKind));
  return printCall(printNode(first, of), ...methodAndArguments(fn, args));
}

/** The kind that the inputs of a function have where they are columns. */
function inputKind(fn: ExprFunction, inputs: readonly ExprNode[], kind: ExprKind): ExprKind {
  if (fn.name === "temporal" || fn.name === "totalMinutes") return "time";
  if (fn.name === "fillNullStrategy") return kind;
  const of = functionWord(fn.name)?.of ?? "number";
  if (of === "result") return kind;
  return of === "any" ? (firstKind(inputs) ?? "number") : of;
}

function methodAndArguments(
  fn: ExprFunction,
  args: readonly string[],
): readonly [method: string, args: readonly string[]] {
  switch (fn.name) {
    case "temporal":
      return [`dt.${fn.part}`, args];
    case "totalMinutes":
      return ["dt.totalMinutes", [fn.fractional ? "{ fractional: true }" : ""]];
    case "convertTimeZone":
      return ["dt.convertTimeZone", [quote(fn.timeZone)]];
    case "isBetween":
      return ["isBetween", [...args, fn.closed === "both" ? "" : quote(fn.closed)]];
    case "clip":
      return ["clip", fn.hasMin ? args : ["null", ...args]];
    case "round":
      return ["round", [String(fn.decimals), fn.mode === "halfToEven" ? "" : quote(fn.mode)]];
    case "fillNullStrategy":
      return [`${fn.strategy}Fill`, [fn.limit === null ? "" : String(fn.limit)]];
    case "cumMax":
    case "cumMin":
    case "cumSum":
    case "cumCount":
      return [fn.name, [printOptions({ reverse: fn.reverse }, { reverse: false })]];
    case "rolling":
      return rollingCall(fn);
    case "ewmMean": {
      const { alpha, adjust, minPeriods: minSamples, ignoreNulls } = fn;
      const defaults = { adjust: true, minSamples: 1, ignoreNulls: false };
      return ["ewmMean", [printOptions({ alpha, adjust, minSamples, ignoreNulls }, defaults)]];
    }
    default:
      return [methodOf(fn.name), args];
  }
}

function rollingCall(fn: Extract<ExprFunction, { name: "rolling" }>): [string, string[]] {
  const { windowSize, minPeriods: minSamples, center, ddof, quantile, interpolation } = fn;
  const defaults = { minSamples: windowSize, center: false, ddof: 1, interpolation: "nearest" };
  // The median is written as a quantile, since not every reader knows it.
  const isMedian = fn.fn === "quantile" && quantile === 0.5 && interpolation === "linear";
  const named = isMedian ? "median" : fn.fn;
  const options = { minSamples, center, ...(ddof !== undefined && { ddof }) };
  const own = named === "quantile" ? { interpolation, ...options } : options;
  return [
    `rolling${named.charAt(0).toUpperCase()}${named.slice(1)}`,
    [named === "quantile" ? String(quantile) : "", String(windowSize), printOptions(own, defaults)],
  ];
}

function printField(input: ExprNode, field: string, kind: ExprKind): string {
  const struct =
    input.kind === "column"
      ? `col(${quote(input.name)}, { ${key(field)}: ${quote(kind)} })`
      : printNode(input, "struct");
  return `${struct}.field(${quote(field)})`;
}

type Options = Readonly<Record<string, unknown>>;

/** The options that are not the default; empty where all are. */
function printOptions(options: Options, defaults: Options): string {
  const entries = Object.entries(options).filter(([name, value]) => value !== defaults[name]);
  const texts = entries.map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return texts.length === 0 ? "" : `{ ${texts.join(", ")} }`;
}

function key(name: string): string {
  // In a literal, __proto__ as a plain or quoted key sets the prototype.
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

function quote(text: string): string {
  return JSON.stringify(text);
}
