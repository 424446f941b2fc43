import {
  type BrokenRequest,
  InvalidResponseError,
  NetworkError,
  TradePoseAPIError,
} from "../errors/request.ts";
import { BodyTooLarge } from "./bounded-response.ts";
import { isCorrupt } from "./corrupt-body.ts";
import type { Redactor } from "./redact.ts";
import { RefusedRedirect } from "./redirect.ts";
import { systemCode } from "./retry-policy.ts";

/** The error of an attempt that ended without a complete answer, by what the connection or the redirects threw. */
export function brokenAttempt(
  cause: unknown,
  request: BrokenRequest,
  redactor: Redactor,
): NetworkError | TradePoseAPIError {
  const address = `${request.method} ${request.url}`;
  const requestId = request.requestId ?? null;
  if (cause instanceof RefusedRedirect) {
    const { status, message } = cause;
    return new TradePoseAPIError(
      `${address} was redirected: ${message}`,
      { ...request, status, requestId, body: null },
      "REDIRECT",
    );
  }
  if (cause instanceof BodyTooLarge) {
    const { status, message } = cause;
    return new TradePoseAPIError(
      `${address} answered ${status} with ${message}`,
      { ...request, status, requestId, body: null },
      "RESPONSE_TOO_LARGE",
    );
  }
  const code = systemCode(cause);
  const reason = rootMessage(cause);
  const shown = redactor.text(reason);
  if (isCorrupt(cause) && typeof request.status === "number") {
    const { status } = request;
    return new InvalidResponseError(
      `${address} answered ${status} with a body that is not the gzip its headers promise: ${shown} (${code})`,
      { ...request, status, requestId, body: null, cause },
    );
  }
  return new NetworkError(
    `${address} got no complete answer: ${shown}${code === undefined ? "" : ` (${code})`}`,
    // A cause that tells a secret tells it wherever the error is printed.
    { ...request, cause: shown === reason ? cause : undefined },
  );
}

/** "fetch failed" says nothing; the reason is at the end of the chain of causes. */
function rootMessage(error: unknown): string {
  let root = error;
  while (root instanceof Error && root.cause instanceof Error) root = root.cause;
  if (root instanceof AggregateError && root.message === "")
    return String(root.errors[0]?.message ?? root.name);
  return root instanceof Error ? root.message : String(root);
}
