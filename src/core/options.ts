import type { Secret } from "../internal/auth.ts";
import type { Fetch } from "../internal/fetch.ts";
import type { Hooks } from "../internal/hooks.ts";
import type { Logger, LogLevel } from "../internal/logger.ts";
import type { Validation } from "../internal/validate.ts";

/**
 * Options of a client. Times are milliseconds. What is left out comes from the environment (`TRADEPOSE_*`, times in
 * seconds there), then from `envFile`, then from the default.
 */
export interface ClientOptions extends Hooks {
  /**
   * API key, or a function that gives it; `TRADEPOSE_API_KEY`. Wins over a JWT. A function is asked before the first
   * call, and once more by a call that the server answers with 401.
   */
  readonly apiKey?: Secret | undefined;
  /** JWT of the dashboard, or a function that gives it; `TRADEPOSE_JWT_TOKEN`. */
  readonly jwtToken?: Secret | undefined;
  /** Address of the gateway; `TRADEPOSE_SERVER_URL`. Default `https://api.tradepose.com`. */
  readonly serverUrl?: string | undefined;
  /** One attempt of a call, reading the body included, 1,000 to 600,000; `TRADEPOSE_TIMEOUT`. Default 30,000. */
  readonly timeout?: number | undefined;
  /** One attempt of a download, 1,000 to 600,000; `TRADEPOSE_DOWNLOAD_TIMEOUT`. Default 60,000. */
  readonly downloadTimeout?: number | undefined;
  /**
   * A whole call with its retries and waits, 1,000 to 86,400,000; `TRADEPOSE_DEADLINE`. Default: no limit. It is not
   * the limit of waiting for a task, which is many calls: that is `pollTimeout`.
   */
  readonly deadline?: number | undefined;
  /** Attempts after the first, 0 to 10; `TRADEPOSE_MAX_RETRIES`. Default 3. */
  readonly maxRetries?: number | undefined;
  /**
   * Longest `Retry-After` that is waited for, 0 to 3,600,000; `TRADEPOSE_MAX_RETRY_AFTER`. Default 60,000. When the
   * server asks for more the call ends with an error that carries the value.
   */
  readonly maxRetryAfter?: number | undefined;
  /**
   * Bytes that the JSON of an answer may have, unpacked, 1,024 to 500,000,000; `TRADEPOSE_MAX_RESPONSE_SIZE`. Default
   * 67,108,864 (64 MiB). Beyond it the call ends with an error of the code `RESPONSE_TOO_LARGE`.
   */
  readonly maxResponseSize?: number | undefined;
  /**
   * The same for a file that is downloaded, 1,024 to 4,294,967,295; `TRADEPOSE_MAX_DOWNLOAD_SIZE`. Default
   * 1,073,741,824 (1 GiB).
   */
  readonly maxDownloadSize?: number | undefined;
  /** Longest pause between two looks at a task, 500 to 60,000; `TRADEPOSE_POLL_INTERVAL`. Default 2,000. */
  readonly pollInterval?: number | undefined;
  /** How long a task is waited for, 10,000 to 3,600,000; `TRADEPOSE_POLL_TIMEOUT`. Default 300,000. */
  readonly pollTimeout?: number | undefined;
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * What to do with an answer that contradicts the contract: `throw` an InvalidResponseError, `warn` the logger once
   * per kind of problem, or nothing (`off`); `TRADEPOSE_VALIDATE`. Default `warn`. Fields and enum values that this
   * version does not know are never a contradiction, and data is always handed over as received.
   */
  readonly validate?: Validation | undefined;
  /** Takes the messages of the client, for example `console` or a pino logger. Default: standard error. */
  readonly logger?: Logger | undefined;
  /**
   * The least important messages that are logged: `debug` (every answer), `info` (every retry), `warn`, `error`,
   * `silent`; `TRADEPOSE_LOG_LEVEL`. Default `warn`.
   */
  readonly logLevel?: LogLevel | undefined;
  /** The same as `logLevel: "debug"`, unless `logLevel` is given; `TRADEPOSE_DEBUG`. Default false. */
  readonly debug?: boolean | undefined;
  /**
   * A file of `NAME=value` lines, read as the environment where that is silent. `true` is `.env` in the working
   * directory, if there is one. Default: no file.
   */
  readonly envFile?: string | boolean | undefined;
  /** Used for every request instead of the built-in connections; `ca` and the proxy variables are its own matter. */
  readonly fetch?: Fetch | undefined;
  /** Certificates in PEM to trust instead of those that Node trusts, for a gateway behind a private authority. */
  readonly ca?: string | undefined;
}
