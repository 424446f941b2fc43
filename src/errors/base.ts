export interface TradePoseErrorDetails {
  /** Stable machine-readable name of the failure, for example `EXPR_READ`. */
  readonly code: string;
  /** Facts about the failure that a program may want: paths, names, limits. Holds no secret. */
  readonly context?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * Base of every error this package throws on purpose. Tell errors apart by class or by `code`; the text of a message
 * may change between versions, its code does not.
 */
export class TradePoseError extends Error {
  /** Name of the class, written out in each: a minifier renames the classes themselves. */
  override readonly name: string = "TradePoseError";
  readonly code: string;
  readonly context: Readonly<Record<string, unknown>>;

  constructor(message: string, details: TradePoseErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
    this.context = Object.freeze({ ...details.context });
  }
}
