import { TradePoseError } from "./base.ts";

/** Every task of a batch failed, so there is nothing to show. Code `BATCH_FAILED`. */
export class BatchFailedError extends TradePoseError {
  override readonly name: string = "BatchFailedError";
  /** The errors of the tasks, in order of submission. */
  readonly errors: readonly Error[];

  constructor(errors: readonly Error[]) {
    super(`All ${errors.length} tasks of the batch failed: ${distinctReasons(errors)}`, {
      code: "BATCH_FAILED",
      cause: errors[0],
    });
    this.errors = errors;
  }
}

const SHOWN = 3;

function distinctReasons(errors: readonly Error[]): string {
  const reasons = [...new Set(errors.map((error) => error.message))];
  const rest = reasons.length - SHOWN;
  return reasons.slice(0, SHOWN).join("; ") + (rest > 0 ? `; and ${rest} other reasons` : "");
}
