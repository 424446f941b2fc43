import { childNodes, type ExprNode, type FunctionNode } from "../../expr/index.ts";
import { contextColumns } from "../../generated/frames.ts";
import { ahead, earlier, type Reads, together, unbounded } from "./known.ts";

/** What the columns of a strategy hold. */
export type ColumnReads = (name: string) => Reads;

/**
 * What an expression reads, and when each part is known on the row on which it is evaluated. Where that cannot be
 * told, never.
 *
 * @param inGroups Within `over`, rows are those of a group: the next of them may be any number of bars later.
 */
export function readsOf(node: ExprNode, columns: ColumnReads, inGroups = false): Reads {
  const inputs = () => together(childNodes(node).map((child) => readsOf(child, columns, inGroups)));
  switch (node.kind) {
    case "column":
      return columns(node.name);
    case "literal":
      return [];
    case "aggregate":
      // The first row of the bars or of a group is never a later one.
      return node.fn === "first"
        ? inputs()
        : unbounded(
            inputs(),
            `the aggregate ${node.fn} covers all bars, later ones included`,
            "use a rolling or cumulative function, which ends at the bar itself",
          );
    case "window":
      return together([
        readsOf(node.input, columns, true),
        ...node.partitionBy.map((key) => readsOf(key, columns, inGroups)),
      ]);
    case "function":
      return functionReads(node, inputs(), inGroups);
    case "unknown":
      // A literal of a type that only others have, a list for example, is a constant all the same.
      if (node.variant === "Literal") return [];
      return unbounded(
        [],
        `of the node ${node.variant} this version knows nothing; it may read later bars`,
        "write it with functions that this package has",
      );
    default:
      return inputs();
  }
}

/** Functions that read their own row or earlier ones, however they are called. A new function must be thought about. */
type Harmless =
  | "field"
  | "temporal"
  | "totalMinutes"
  | "convertTimeZone"
  | "not"
  | "isNull"
  | "isNotNull"
  | "isNan"
  | "isNotNan"
  | "isFinite"
  | "isInfinite"
  | "anyHorizontal"
  | "allHorizontal"
  | "minHorizontal"
  | "maxHorizontal"
  | "isBetween"
  | "abs"
  | "negate"
  | "sign"
  | "floor"
  | "ceil"
  | "sqrt"
  | "pow"
  | "round"
  | "clip"
  | "fillNull"
  | "coalesce"
  | "ewmMean";

function functionReads({ fn, inputs }: FunctionNode, reads: Reads, inGroups: boolean): Reads {
  switch (fn.name) {
    case "shift":
      return shifted(reads, inputs[1], inGroups, "shift", (rows) => earlier(reads, rows));
    case "diff":
    case "pctChange":
      if (fn.name === "diff" && fn.nullBehavior === "drop") {
        return unbounded(reads, "a diff that drops nulls moves later rows up", "use diff() as it is");
      }
      return shifted(reads, inputs[1], inGroups, fn.name, () => reads);
    case "fillNullStrategy":
      if (fn.strategy === "forward") return reads;
      return lookAhead(
        reads,
        fn.limit ?? undefined,
        inGroups,
        "filling nulls backward takes values of later bars",
        "fill them forward",
      );
    case "cumMax":
    case "cumMin":
    case "cumSum":
    case "cumCount":
      return fn.reverse
        ? unbounded(reads, `a reverse ${fn.name} starts at the last bar`, "leave `reverse` out")
        : reads;
    case "rolling": {
      // Polars lays the longer half of a window of even length before the row.
      const rows = fn.center ? Math.floor((fn.windowSize - 1) / 2) : 0;
      const what = `a centred window of ${fn.windowSize} bars reaches beyond the bar`;
      return rows === 0 ? reads : lookAhead(reads, rows, inGroups, what, "leave `center` out");
    }
    case "isIn":
      return inputs.slice(1).every(isConstant)
        ? reads
        : unbounded(
            reads,
            "isIn looks the value up in a whole column",
            "compare with eq and or, or give a list of constants",
          );
    default: {
      fn.name satisfies Harmless;
      return reads;
    }
  }
}

function shifted(
  reads: Reads,
  count: ExprNode | undefined,
  inGroups: boolean,
  name: string,
  back: (rows: number) => Reads,
): Reads {
  const rows = count === undefined ? 1 : wholeLiteral(count);
  if (rows === undefined) {
    const what = `how far ${name} reaches is computed and may be negative`;
    return unbounded(reads, what, "write the number of bars as a constant");
  }
  if (rows >= 0) return back(rows);
  return lookAhead(
    reads,
    -rows,
    inGroups,
    `${name}(${rows}) reads ${-rows === 1 ? "the next bar" : `${-rows} bars ahead`}`,
    `use a positive number: ${name}(${-rows}) reads the past`,
  );
}

function lookAhead(
  reads: Reads,
  rows: number | undefined,
  inGroups: boolean,
  what: string,
  remedy: string,
): Reads {
  return rows === undefined || inGroups ? unbounded(reads, what, remedy) : ahead(reads, rows, what, remedy);
}

function isConstant(node: ExprNode): boolean {
  return node.kind === "literal" || (node.kind === "unknown" && node.variant === "Literal");
}

function wholeLiteral(node: ExprNode): number | undefined {
  if (node.kind !== "literal" || (typeof node.value !== "number" && typeof node.value !== "bigint")) return;
  return Number(node.value);
}

/** Whether an expression looks at a position. */
export function readsContext(node: ExprNode): boolean {
  if (node.kind === "column") return contextColumns.some(({ name }) => name === node.name);
  return childNodes(node).some(readsContext);
}
