/** Deepest nesting of an expression; a column alone has depth 1. */
export const MAX_EXPR_DEPTH = 100;

/** Most nodes in one expression. */
export const MAX_EXPR_NODES = 10_000;
