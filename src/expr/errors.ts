import { TradePoseError } from "../errors/base.ts";

/** JSON that is not an expression. `path` names the place, for example `BinaryExpr.left.Column`. Code `EXPR_READ`. */
export class ExprReadError extends TradePoseError {
  override readonly name: string = "ExprReadError";
  readonly path: string;
  /** The message without the path. */
  readonly problem: string;

  constructor(path: string, problem: string, cause?: unknown) {
    super(`${path === "" ? "expression" : path}: ${problem}`, {
      code: "EXPR_READ",
      context: { path },
      cause,
    });
    this.path = path;
    this.problem = problem;
  }
}

/** An expression that has no wire form, for example one that is nested too deep to be read back. Code `EXPR_WRITE`. */
export class ExprWriteError extends TradePoseError {
  override readonly name: string = "ExprWriteError";
  constructor(message: string, context: Readonly<Record<string, unknown>> = {}) {
    super(message, { code: "EXPR_WRITE", context });
  }
}
