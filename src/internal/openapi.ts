import createClient from "openapi-fetch";
import { ArgumentError } from "../errors/argument.ts";
import type { Operation, OperationInput } from "../generated/transport.ts";
import type { paths } from "../generated/types.ts";
import type { BoundedResponse } from "./bounded-response.ts";
import type { HttpFetch } from "./fetch.ts";
import { fillPath } from "./url.ts";

export interface SendOptions {
  readonly headers: Headers;
  readonly signal: AbortSignal;
}

/** An answer: the body of an error is read, the body of a success is not. */
export interface RawAnswer {
  readonly response: BoundedResponse;
  readonly error?: unknown;
}

export type Send = (operation: Operation, input: OperationInput, options: SendOptions) => Promise<RawAnswer>;

/** openapi-fetch as the caller: it writes path, query and body, `fetch` sends them. */
export function openapiSender(
  baseUrl: string,
  fetch: (...request: Parameters<HttpFetch>) => Promise<BoundedResponse>,
): Send {
  const client = createClient<paths>({
    baseUrl,
    // A global Request would turn the body into a stream of unknown length, costs more, and belongs to another fetch.
    Request: PlainRequest as unknown as typeof Request,
    // Of an answer it uses what BoundedResponse has, and hands it through.
    fetch: (request) =>
      fetch(request.url, {
        ...(request as unknown as PlainRequest),
        redirect: "manual",
      }) as unknown as Promise<Response>,
    pathSerializer: fillPath,
    bodySerializer: writeJson,
  });
  // The table of operations speaks in plain strings; its generator keeps them equal to `paths`.
  const request = client.request as unknown as (
    method: string,
    path: string,
    init: object,
  ) => Promise<RawAnswer>;
  return (operation, input, { headers, signal }) =>
    request(operation.method, operation.path, {
      params: { path: input.path ?? {}, query: withoutNulls(input.query ?? {}) },
      ...(input.body !== undefined && { body: input.body }),
      headers,
      signal,
      parseAs: "stream",
    });
}

class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | null;
  readonly signal: AbortSignal;

  constructor(url: string, init: Omit<PlainRequest, "url">) {
    this.url = url;
    this.method = init.method;
    this.headers = init.headers;
    this.body = init.body ?? null;
    this.signal = init.signal;
  }
}

function writeJson(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new ArgumentError(
      `The body cannot be written as JSON: ${cause instanceof Error ? cause.message : cause}`,
    );
  }
}

function withoutNulls(query: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== null && value !== undefined),
  );
}
