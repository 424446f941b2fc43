import type { ExprNode, WindowNode } from "tradepose-client/expr";
import { takeRows } from "../column-ops.ts";
import type { EvaluationContext } from "./evaluate.ts";
import { type Groups, groupRows } from "./groups.ts";
import type { BrokenColumn, FrameScope, NamedColumns } from "./scope.ts";
import { typeName } from "./types.ts";
import { type FlatColumn, type LiteralValue, materialise, type ScalarValue, type Value } from "./value.ts";

type Evaluate = (node: ExprNode, path: string, context: EvaluationContext) => ScalarValue | undefined;

/**
 * `over`: the input evaluated on each group of rows with equal keys as if the group were the whole frame. An aggregate
 * is repeated on every row of its group, any other row goes back to where it came from.
 */
export function over(
  node: WindowNode,
  path: string,
  context: EvaluationContext,
  evaluate: Evaluate,
): ScalarValue | undefined {
  const { scope, report } = context;
  if (scope.groups !== undefined) {
    report(path, "a window inside a window is not defined; write the inner one as a condition of its own");
    return undefined;
  }
  const keys = partitionKeys(node, path, context, evaluate);
  if (keys === undefined) return undefined;
  const name = keys.map(({ key }) => key).join();
  const grouped = scope.partition(name, () => groupRows(scope.length, keys));
  const columns = new GroupedColumns(context.columns, grouped);
  const value = evaluate(node.input, `${path}.Window.function`, { scope: grouped, columns, report });
  if (value?.source !== "context") return value && inFrame(value, scope, grouped.groups!);
  report(`${path}.Window.function`, `a trading context cannot be read here: ${WHY_NOT}`);
  return undefined;
}

const WHY_NOT = "groups are made of whole columns, and a context is known only up to its row";

type KeyValue = Exclude<ScalarValue, { source: "context" }>;

function partitionKeys(
  node: WindowNode,
  path: string,
  context: EvaluationContext,
  evaluate: Evaluate,
): readonly KeyValue[] | undefined {
  if (node.partitionBy.length === 0) {
    context.report(`${path}.Window.partition_by`, "over needs at least one key to group by");
    return undefined;
  }
  const keys = node.partitionBy.map((key, i): KeyValue | undefined => {
    const at = `${path}.Window.partition_by[${i}]`;
    const value = evaluate(key, at, context);
    if (value?.source === "context") {
      context.report(at, `a trading context cannot be a key: ${WHY_NOT}`);
      return undefined;
    }
    if (value?.type.kind !== "list") return value;
    context.report(at, `${typeName(value.type)} cannot be a key; group by a number, a text or a time`);
    return undefined;
  });
  const found = keys.filter((key) => key !== undefined);
  return found.length < keys.length ? undefined : found;
}

/** A value of groups on the rows of the frame they were made of. */
function inFrame(value: KeyValue, scope: FrameScope, { groupOf, places }: Groups): ScalarValue {
  if (value.source === "literal") {
    const { key, type, cell } = value;
    return scope.column(`on every row(${key})`, type, () => materialise(type, scope.length, () => cell));
  }
  const rows = value.isPerGroup ? groupOf : places;
  return scope.column(`ungrouped(${value.key})`, value.type, () => takeFlat(value.column, rows));
}

/** The columns of a frame, their rows grouped. */
class GroupedColumns implements NamedColumns {
  readonly #columns: NamedColumns;
  readonly #scope: FrameScope;

  constructor(columns: NamedColumns, scope: FrameScope) {
    this.#columns = columns;
    this.#scope = scope;
  }

  get(name: string): Value | BrokenColumn | undefined {
    const value = this.#columns.get(name);
    if (value === undefined || value === "broken") return value;
    if (value.source !== "struct") return this.#grouped(value);
    const members = Object.entries(value.members).map(
      ([member, inner]) => [member, this.#grouped(inner)] as const,
    );
    return { source: "struct", members: Object.fromEntries(members) };
  }

  names(): readonly string[] {
    return this.#columns.names();
  }

  #grouped(value: ScalarValue): ScalarValue {
    if (value.source !== "column") return value;
    const { rows } = this.#scope.groups!;
    return this.#scope.column(`grouped(${value.key})`, value.type, () => takeFlat(value.column, rows));
  }
}

/** Aggregates beside rows: each repeated on the rows of its group. */
export function onRows(
  value: Exclude<ScalarValue, LiteralValue>,
  scope: FrameScope,
): Exclude<ScalarValue, LiteralValue> {
  if (value.source !== "column" || !value.isPerGroup) return value;
  return scope.column(`repeated(${value.key})`, value.type, () => {
    const { bounds } = scope;
    const groups = new Int32Array(scope.length);
    for (let group = 0; group + 1 < bounds.length; group++)
      groups.fill(group, bounds[group]!, bounds[group + 1]!);
    return takeFlat(value.column, groups);
  });
}

function takeFlat(column: FlatColumn, rows: Int32Array): FlatColumn {
  // The rows of a flat column make a flat column.
  return takeRows(column, rows) as FlatColumn;
}
