import { DeadlineError, NetworkError, RequestTimeoutError, TradePoseAPIError } from "../errors/request.ts";
import { REFUSED_STREAM } from "./http/http2-stream.ts";
import { PROTOCOL_CHANGED } from "./http/origin.ts";
import { PROXY_REFUSED, PROXY_UNAVAILABLE } from "./http/tunnel.ts";

/** Bounds of the waits between attempts, in milliseconds. */
export interface RetryPolicy {
  /** Attempts after the first. */
  readonly maxRetries: number;
  /** Longest `Retry-After` that is waited for; a longer one ends the call with the error that carries it. */
  readonly maxRetryAfter: number;
}

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;

const SAFE_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Statuses by which a server says that it did not begin. */
const NOT_BEGUN_STATUSES = new Set([429, 503]);
/** Errors that come before a byte of the request was sent, or that say that the server has not looked at it. */
const NOT_BEGUN_CODES = new Set([
  PROTOCOL_CHANGED,
  PROXY_UNAVAILABLE,
  REFUSED_STREAM,
  "ECONNREFUSED",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "ERR_HTTP2_GOAWAY_SESSION",
  "ERR_HTTP2_INVALID_SESSION",
  "ERR_HTTP2_STREAM_CANCEL",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const CERTIFICATE_CODE = /CERT|^ERR_TLS_|SELF_SIGNED|UNABLE_TO_VERIFY/;

/**
 * Whether sending the request again can help and cannot do harm.
 *
 * @param repeatable Whether the request may be carried out twice: a POST may have been when its answer got lost, so
 * it is repeated only when the server cannot have begun, unless the server knows it again by its Idempotency-Key.
 */
export function isRetryable(error: unknown, repeatable: boolean): boolean {
  if (error instanceof TradePoseAPIError) {
    return (repeatable ? SAFE_STATUSES : NOT_BEGUN_STATUSES).has(error.status);
  }
  if (error instanceof DeadlineError) return false;
  if (error instanceof RequestTimeoutError) return repeatable;
  if (error instanceof NetworkError) {
    const code = systemCode(error);
    if (code === PROXY_REFUSED || (code !== undefined && CERTIFICATE_CODE.test(code))) return false;
    return repeatable || (code !== undefined && NOT_BEGUN_CODES.has(code));
  }
  return false;
}

/**
 * Milliseconds to wait after a failed attempt, null when the server asks for more than `maxRetryAfter`.
 * `Retry-After` is obeyed; without it the wait is a random share of 1, 2, 4, ... seconds, 30 at most (full jitter:
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 *
 * @param attempt The attempt that failed, 1 being the first.
 * @param random Uniform in [0, 1).
 */
export function retryDelay(
  error: unknown,
  attempt: number,
  maxRetryAfter: number,
  random: () => number,
): number | null {
  if (error instanceof TradePoseAPIError && error.retryAfter !== null) {
    return error.retryAfter <= maxRetryAfter ? error.retryAfter : null;
  }
  return random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
}

/** The three forms of a date in HTTP (RFC 9110, 5.6.7); `Date.parse` alone takes `1, 2` for a day in 2001. */
const HTTP_DATE = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*\d\d:\d\d:\d\d( GMT| \d{4})$/i;

/** Milliseconds that a `Retry-After` header asks for, given as seconds or as a date; null when it is neither. */
export function readRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1_000;
  if (!HTTP_DATE.test(text)) return null;
  // The form of asctime names no zone and means UTC.
  const date = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** The first system error code in a chain of causes, for example `ECONNREFUSED`. */
export function systemCode(error: unknown): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (!(cause instanceof NetworkError) && "code" in cause && typeof cause.code === "string")
      return cause.code;
  }
  return undefined;
}
