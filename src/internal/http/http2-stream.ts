import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  constants,
  type OutgoingHttpHeaders,
} from "node:http2";
import type { FetchInit, HttpResponse } from "../fetch.ts";
import { toHeaders } from "./headers.ts";
import { StreamResponse } from "./stream-response.ts";

/** Headers about a connection of HTTP/1.1, which HTTP/2 forbids (RFC 9113, 8.2.2); the host is in the address. */
const FORBIDDEN = new Set([
  "connection",
  "host",
  "keep-alive",
  "proxy-connection",
  "te",
  "transfer-encoding",
  "upgrade",
]);

/** The code of errors for a stream that the server says it has not looked at (RFC 9113, 8.7). */
export const REFUSED_STREAM = "HTTP2_REFUSED_STREAM";

/** Sends one request on a session. @param onClose Called once, when the request is over in every respect. */
export function sendOverHttp2(
  session: ClientHttp2Session,
  url: URL,
  init: FetchInit,
  onClose: () => void,
): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    let stream: ClientHttp2Stream;
    try {
      stream = session.request(requestHeaders(url, init), {
        endStream: init.body === null,
        signal: init.signal,
      });
    } catch (error) {
      onClose();
      throw error;
    }
    stream.once("close", onClose);
    // A reset without an error code of its own ends in a bare "close".
    const onEnd = () => reject(streamError(stream));
    stream.once("close", onEnd);
    stream.once("error", (error) => reject(isRefused(stream) ? streamError(stream) : error));
    stream.once("response", (headers) => {
      stream.off("close", onEnd);
      // Node also ends the body of a stream that was taken down with its session; only a live one ended by itself.
      let isWhole = false;
      const promised = headers["content-length"];
      stream.once("end", () => {
        isWhole = !stream.destroyed && !session.destroyed && stream.rstCode === constants.NGHTTP2_NO_ERROR;
      });
      resolve(
        new StreamResponse({
          url: url.href,
          status: Number(headers[":status"]),
          headers: toHeaders(headers),
          body: stream,
          discard: () => stream.close(constants.NGHTTP2_CANCEL),
          fault: (received) =>
            isWhole && (promised === undefined || received === Number(promised))
              ? undefined
              : streamError(stream),
        }),
      );
    });
    if (init.body !== null) stream.end(init.body);
  });
}

function requestHeaders(url: URL, { method, headers, body }: FetchInit): OutgoingHttpHeaders {
  const own = [...headers].filter(([name]) => !FORBIDDEN.has(name));
  return {
    ...Object.fromEntries(own),
    ":method": method,
    ":path": `${url.pathname}${url.search}`,
    ...(body !== null && { "content-length": Buffer.byteLength(body) }),
  };
}

function isRefused(stream: ClientHttp2Stream): boolean {
  return stream.rstCode === constants.NGHTTP2_REFUSED_STREAM;
}

function streamError(stream: ClientHttp2Stream): Error {
  const [code, what] = isRefused(stream)
    ? [REFUSED_STREAM, "the server refused the HTTP/2 stream before it looked at it"]
    : ["ERR_HTTP2_STREAM_ERROR", `the HTTP/2 stream was closed early (code ${stream.rstCode})`];
  return Object.assign(new Error(what), { code });
}
