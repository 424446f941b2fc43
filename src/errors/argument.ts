import { TradePoseError } from "./base.ts";

/** An argument of a call is wrong: found before anything was sent. Code `INVALID_ARGUMENT`. */
export class ArgumentError extends TradePoseError {
  override readonly name: string = "ArgumentError";
  constructor(message: string, context?: Readonly<Record<string, unknown>>) {
    super(message, { code: "INVALID_ARGUMENT", ...(context && { context }) });
  }
}
