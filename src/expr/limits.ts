/** Deepest nesting of an expression; a column alone has depth 1. */
export const MAX_EXPR_DEPTH = 100;

/** Most nodes in one expression. */
export const MAX_EXPR_NODES = 10_000;

/** Most values, numbers in a list included, that an expression keeps without understanding them. */
export const MAX_EXPR_VALUES = 100_000;

/** Longest JSON text that is read as an expression. */
export const MAX_EXPR_TEXT = 10_000_000;
