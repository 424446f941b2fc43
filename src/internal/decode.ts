import { type FailedRequest, InvalidResponseError } from "../errors/request.ts";
import type { BoundedResponse } from "./bounded-response.ts";
import type { Redactor } from "./redact.ts";
import { boundedBody } from "./response-errors.ts";

/** What a successful answer carries. */
export type BodyKind = "json" | "bytes" | "none";

/**
 * Reads the body of a successful answer. 204 where JSON was promised is read as an empty object.
 *
 * @throws InvalidResponseError when JSON was promised and something else came.
 */
export async function decodeBody(
  response: BoundedResponse,
  kind: BodyKind,
  request: FailedRequest,
  redactor: Redactor,
): Promise<unknown> {
  if (kind === "none") {
    await response.body?.cancel();
    return undefined;
  }
  if (kind === "bytes") return response.bytes();
  if (response.status === 204) {
    await response.body?.cancel();
    return {};
  }
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    const type = response.headers.get("content-type") ?? "no content type";
    const safe = redactor.text(text);
    throw new InvalidResponseError(
      `${request.method} ${request.url} answered ${response.status} with ${
        text === "" ? "an empty body" : `${type} beginning ${JSON.stringify(safe.slice(0, 60))}`
      } where JSON was expected; check that serverUrl is the address of a TradePose gateway`,
      {
        ...request,
        status: response.status,
        requestId: response.headers.get("x-request-id"),
        body: boundedBody(safe),
        // The parser's message quotes the text, so it goes along only when there was nothing to mask.
        cause: safe === text ? cause : undefined,
      },
    );
  }
}
