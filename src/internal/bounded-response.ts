import { isCorrupt } from "./corrupt-body.ts";
import type { HttpBody, HttpFetch, HttpResponse } from "./fetch.ts";

/** Bytes that the bodies of answers may have, after their encoding was undone. */
export interface BodyLimits {
  /** JSON. */
  readonly maxResponseSize: number;
  /** A file. */
  readonly maxDownloadSize: number;
}

/** A body is larger than an option allows. */
export class BodyTooLarge extends Error {
  readonly option: keyof BodyLimits;
  readonly limit: number;
  readonly status: number;

  constructor(option: keyof BodyLimits, limit: number, status: number) {
    super(`a body of more than ${limit} bytes, which is all that ${option} allows`);
    this.option = option;
    this.limit = limit;
    this.status = status;
  }
}

const BYTE_ORDER_MARK = "\ufeff";

/** Of an error only what can be read is of use: longer bodies are cut. */
const LONGEST_ERROR = 2 ** 20;

/** An answer whose body is read as a whole, or piece by piece, up to a limit: a server may send without end. */
export class BoundedResponse implements HttpResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly url: string;
  readonly headers: Headers;
  readonly body: HttpBody | null;
  readonly #received: HttpResponse;
  readonly #limits: BodyLimits;

  constructor(received: HttpResponse, limits: BodyLimits) {
    const { status, ok, url, headers, body } = received;
    this.#received = received;
    this.#limits = limits;
    this.status = status;
    this.ok = ok;
    this.url = url;
    this.headers = headers;
    this.body = body && {
      [Symbol.asyncIterator]: () => this.#bounded("maxDownloadSize"),
      cancel: () => body.cancel(),
    };
  }

  /** The text of JSON; of an error as much of it as can be had. */
  async text(): Promise<string> {
    const chunks = await (this.ok ? this.#whole("maxResponseSize") : this.#beginning());
    const text = Buffer.concat(chunks).toString("utf8");
    return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  }

  /** The bytes of a file, in memory of their own. */
  async bytes(): Promise<Uint8Array> {
    const chunks = await this.#whole("maxDownloadSize");
    const whole = new Uint8Array(chunks.reduce((size, { byteLength }) => size + byteLength, 0));
    let at = 0;
    for (const chunk of chunks) {
      whole.set(chunk, at);
      at += chunk.byteLength;
    }
    return whole;
  }

  async #whole(option: keyof BodyLimits): Promise<readonly Uint8Array[]> {
    const { body } = this.#received;
    if (body?.collect === undefined) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of this.#bounded(option)) chunks.push(chunk);
      return chunks;
    }
    const limit = this.#limits[option];
    const chunks = await body.collect(limit);
    if (chunks === undefined) throw new BodyTooLarge(option, limit, this.status);
    return chunks;
  }

  // Leaving a loop over the body, by an error too, gives the rest of it up.

  async *#bounded(option: keyof BodyLimits): AsyncGenerator<Uint8Array> {
    const limit = this.#limits[option];
    let size = 0;
    for await (const chunk of this.#received.body ?? []) {
      size += chunk.byteLength;
      if (size > limit) throw new BodyTooLarge(option, limit, this.status);
      yield chunk;
    }
  }

  async #beginning(): Promise<readonly Uint8Array[]> {
    const chunks: Uint8Array[] = [];
    let left = LONGEST_ERROR;
    try {
      for await (const chunk of this.#received.body ?? []) {
        chunks.push(chunk.subarray(0, left));
        left -= chunk.byteLength;
        if (left <= 0) break;
      }
    } catch (error) {
      if (!isCorrupt(error)) throw error;
    }
    return chunks;
  }
}

/** The same requests, with answers that cannot fill the memory. */
export function boundBodies(
  fetch: HttpFetch,
  limits: BodyLimits,
): (...request: Parameters<HttpFetch>) => Promise<BoundedResponse> {
  return async (...request) => new BoundedResponse(await fetch(...request), limits);
}
