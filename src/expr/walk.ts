import type { ExprNode } from "./node.ts";

/** The nodes directly below a node, in wire order. An unknown node has none that we can see. */
export function childNodes(node: ExprNode): readonly ExprNode[] {
  switch (node.kind) {
    case "column":
    case "literal":
    case "unknown":
      return [];
    case "binary":
      return [node.left, node.right];
    case "alias":
    case "cast":
    case "aggregate":
      return [node.input];
    case "ternary":
      return [node.predicate, node.truthy, node.falsy];
    case "window":
      return [node.input, ...node.partitionBy];
    case "function":
      return node.inputs;
  }
}
