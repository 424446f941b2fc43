import { childNodes, type ExprNode } from "../expr/index.ts";
import { contextColumns } from "../generated/frames.ts";
import { BASE_CONTEXT, olderContextMembers } from "./context.ts";
import type { Problems } from "./errors.ts";
import { knownNode } from "./nodes.ts";
import type { Layer } from "./order.ts";

/** What the expressions of one place may read. */
export interface ReadableColumns {
  /** Members of each column that is a struct; none of one that is not. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** Whose triggers these are; undefined outside a blueprint, where there is no position. */
  readonly layer: Layer | undefined;
}

/** Whether everything that a wire expression reads is there. `path` is its full path. */
export function checkExpression(
  json: unknown,
  path: string,
  readable: ReadableColumns,
  problems: Problems,
): void {
  const node = knownNode(json);
  if (node === undefined) {
    problems.addAt(
      path,
      "was not written by this package; give blueprints of other origin through readBlueprint",
    );
    return;
  }
  // A column read twice is one problem.
  for (const message of new Set(messages(node, readable))) problems.addAt(path, message);
}

function* messages(node: ExprNode, readable: ReadableColumns, parent?: ExprNode): Generator<string> {
  for (const child of childNodes(node)) yield* messages(child, readable, node);
  if (node.kind !== "column") return;
  const members = readable.columns.get(node.name);
  if (members === undefined) {
    yield `there is no column "${node.name}"; the strategy has ${[...readable.columns.keys()].join(", ")}. ` +
      "An indicator becomes a column with addIndicator";
    return;
  }
  yield* contextMessages(node.name, readable.layer);
  const field = parent?.kind === "function" && parent.fn.name === "field" ? parent.fn.field : undefined;
  const isStruct = members.length > 0;
  if (field !== undefined && !isStruct) {
    yield `"${node.name}" is no struct and has no member "${field}"`;
  } else if (field !== undefined && !members.includes(field) && !isOlderMember(node.name, field)) {
    yield `"${node.name}" has no member "${field}"; it has ${members.join(", ")}`;
  } else if (field === undefined && isStruct && !passesStructs(parent)) {
    yield `"${node.name}" is a struct; take one of its members: ${members.join(", ")}`;
  }
}

/** Nodes that say nothing of the value they are given. */
function passesStructs(node: ExprNode | undefined): boolean {
  if (node?.kind === "alias" || node?.kind === "window") return true;
  return node?.kind === "function" && ["isNull", "isNotNull", "shift", "coalesce"].includes(node.fn.name);
}

const contextNames: ReadonlySet<string> = new Set(contextColumns.map(({ name }) => name));

function isOlderMember(column: string, field: string): boolean {
  return contextNames.has(column) && Object.hasOwn(olderContextMembers, field);
}

function* contextMessages(name: string, layer: Layer | undefined): Generator<string> {
  if (!contextNames.has(name)) return;
  if (layer === undefined) yield `"${name}" describes a position, which only triggers can read`;
  if (layer === "base" && name !== BASE_CONTEXT) {
    yield `"${name}" is the position of an advanced blueprint; a base trigger can read ${BASE_CONTEXT} only`;
  }
}
