import type { Readable } from "node:stream";
import type { HttpBody, HttpResponse } from "../fetch.ts";

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

/** An answer over a Node stream. A standard Response would wrap it in a web stream, at several times the cost. */
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
    this.body = {
      [Symbol.asyncIterator]: () => this.#chunks(),
      async cancel() {
        await parts.discard();
      },
    };
  }

  async text(): Promise<string> {
    return (await this.#collect()).toString("utf8");
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = await this.#collect();
    // Small buffers share one allocation; the caller gets memory of its own.
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  }

  async #collect(): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.#chunks()) chunks.push(chunk);
    return Buffer.concat(chunks);
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
