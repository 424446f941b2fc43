import type { Readable } from "node:stream";
import type { HttpBody, HttpResponse } from "../fetch.ts";
import { collect } from "./collect.ts";
import { gunzip } from "./gunzip.ts";

export interface StreamResponseParts {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readable;
  /** Gives up the rest of the body in the way that costs its connection least. */
  readonly discard: () => unknown;
  /** What is wrong with a body that ended, if anything: some protocols end a broken one as if it were whole. */
  readonly fault?: (received: number) => Error | undefined;
}

/** An answer over a Node stream, unpacked when it is gzip. A standard Response would wrap it in a web stream, at several times the cost. */
export class StreamResponse implements HttpResponse {
  readonly url: string;
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  readonly body: HttpBody;
  readonly #parts: StreamResponseParts;

  constructor(parts: StreamResponseParts) {
    this.#parts = parts;
    this.url = parts.url;
    this.status = parts.status;
    this.ok = parts.status >= 200 && parts.status < 300;
    this.headers = parts.headers;
    // An error reaches whoever reads; one that comes before that must not end the process.
    parts.body.on("error", () => {});
    const isPacked = /^(x-)?gzip$/i.test(parts.headers.get("content-encoding") ?? "");
    const chunks = () => (isPacked ? gunzip(this.#chunks()) : this.#chunks());
    this.body = {
      [Symbol.asyncIterator]: () => chunks()[Symbol.asyncIterator](),
      async cancel() {
        await parts.discard();
      },
      ...(!isPacked && { collect: (limit: number) => this.#collect(limit) }),
    };
  }

  async #collect(limit: number): Promise<readonly Uint8Array[] | undefined> {
    const { body, fault } = this.#parts;
    const chunks = await collect(body, limit);
    const error = chunks && fault?.(chunks.reduce((size, { byteLength }) => size + byteLength, 0));
    if (error !== undefined) throw error;
    return chunks;
  }

  async *#chunks(): AsyncGenerator<Uint8Array> {
    let received = 0;
    for await (const chunk of this.#parts.body as AsyncIterable<Uint8Array>) {
      received += chunk.byteLength;
      yield chunk;
    }
    const fault = this.#parts.fault?.(received);
    if (fault !== undefined) throw fault;
  }
}
