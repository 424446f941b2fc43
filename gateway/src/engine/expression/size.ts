import { childNodes, type ExprNode, MAX_EXPR_DEPTH, MAX_EXPR_NODES } from "tradepose-client/expr";

/** Says whether an expression is deeper or larger than the engine accepts. Walks without recursion. */
export function sizeProblem(root: ExprNode): string | undefined {
  const open: { readonly node: ExprNode; readonly depth: number }[] = [{ node: root, depth: 1 }];
  let nodes = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    nodes += 1;
    if (next.depth > MAX_EXPR_DEPTH)
      return `the expression is nested deeper than ${MAX_EXPR_DEPTH} levels; split it`;
    if (nodes > MAX_EXPR_NODES) return `the expression has more than ${MAX_EXPR_NODES} nodes; split it`;
    for (const node of childNodes(next.node)) open.push({ node, depth: next.depth + 1 });
  }
  return undefined;
}
