import { TradePoseError } from "./base.ts";

/** An option or environment variable is missing or out of its range. Code `CONFIG`. */
export class TradePoseConfigError extends TradePoseError {
  override readonly name: string = "TradePoseConfigError";
  constructor(message: string, context?: Readonly<Record<string, unknown>>, cause?: unknown) {
    super(message, { code: "CONFIG", ...(context && { context }), cause });
  }
}
