/** What one request needs; a part of the standard init. The body is text, so that it can be sent again. */
export interface FetchInit {
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | null;
  readonly signal: AbortSignal;
  readonly redirect: "manual";
}

/** The part of the standard `fetch` that this package uses. */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>;

/** The part of the standard `Response` that this package uses; the built-in connections give no more than this. */
export interface HttpResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly url: string;
  readonly headers: Headers;
  readonly body: HttpBody | null;
}

/** Bytes as they arrive. Not reading to the end, or not cancelling, keeps a connection busy. */
export interface HttpBody extends AsyncIterable<Uint8Array> {
  cancel(): Promise<void>;
  /** All of it, where that is cheaper to have than its pieces; undefined when there are more bytes than the limit. */
  collect?(limit: number): Promise<readonly Uint8Array[] | undefined>;
}

/** `Fetch` from the inside of this package. */
export type HttpFetch = (url: string, init: FetchInit) => Promise<HttpResponse>;
