import { once } from "node:events";
import { constants } from "node:http2";
import { setTimeout as pause } from "node:timers/promises";
import type { AtAccept, Exchange, Play } from "./server.ts";

type Headers = Readonly<Record<string, string | readonly string[]>>;

/** A whole answer, given after the request was read. */
export function answer(status: number, body: string | Uint8Array, headers: Headers = {}): Play {
  return async (exchange) => {
    await exchange.readBody();
    exchange.response.writeHead(status, { ...headers } as Record<string, string>).end(body);
  };
}

export function json(status: number, value: unknown, headers: Headers = {}): Play {
  return answer(status, JSON.stringify(value), { "content-type": "application/json", ...headers });
}

export function html(status: number, page: string): Play {
  return answer(status, page, { "content-type": "text/html" });
}

/** JSON, or whatever it is, that is said to be gzip. */
export function packed(body: string | Uint8Array, status = 200): Play {
  return answer(status, body, { "content-encoding": "gzip", "content-type": "application/json" });
}

/** 429 and 503 with a `Retry-After` as given. */
export function retryAfter(status: number, ...values: readonly string[]): Play {
  return json(status, { detail: "later" }, values.length === 0 ? {} : { "retry-after": values.join(", ") });
}

/** The same with a date as far from now as given. */
export function retryAfterDate(status: number, ms: number): Play {
  return (exchange) => retryAfter(status, new Date(Date.now() + ms).toUTCString())(exchange);
}

export function redirect(status: number, location: string): Play {
  return answer(status, "", { location });
}

// Connections that break

/** The door is slammed: reset before a byte was read. */
export const resetAtAccept: AtAccept = { atAccept: (socket) => socket.resetAndDestroy() };

/** The door is shut politely before a byte was read. */
export const closedAtAccept: AtAccept = { atAccept: (socket) => socket.destroySoon() };

/** Accepted, and then nothing: not even a TLS handshake. */
export const silentAtAccept: AtAccept = { atAccept: (socket) => socket.resume() };

/** Reset when the headers have arrived; the body was not read. */
export const resetUnread: Play = (exchange) => exchange.reset();

/** Reset when the whole request was read, and perhaps carried out. */
export const resetAfterReading: Play = async (exchange) => {
  await exchange.readBody();
  exchange.reset();
};

/** Ended in all form, but without an answer. */
export const hangUp: Play = async ({ readBody, stream, response }) => {
  await readBody();
  if (stream) stream.close(constants.NGHTTP2_NO_ERROR);
  else response.socket?.end();
};

// Time

export const silent: Play = async ({ readBody }) => {
  await readBody();
};

/** Nothing at all for a while, then the answer. */
export function after(ms: number, play: Play): Play {
  return async (exchange) => {
    await pause(ms);
    await play(exchange);
  };
}

/** The body in small pieces with pauses between them. */
export function dribble(body: string, pieces: number, ms: number): Play {
  return async ({ readBody, response }) => {
    await readBody();
    response.writeHead(200, { "content-type": "application/json" });
    const size = Math.ceil(body.length / pieces);
    for (let start = 0; start < body.length && !response.destroyed; start += size) {
      response.write(body.slice(start, start + size));
      await pause(ms);
    }
    response.end();
  };
}

/**
 * Headers and the beginning of a body, then nothing more. The promised length tells the client that there was to be
 * more when the connection is taken down in the meantime, which Node's HTTP/2 server makes a proper end of the body.
 */
export const stalledBody: Play = beginning('{"task_id":', {});

/** The same with the beginning of a body in gzip. */
export function stalled(part: Uint8Array): Play {
  return beginning(part, { "content-encoding": "gzip" });
}

function beginning(part: string | Uint8Array, headers: Readonly<Record<string, string>>): Play {
  return async ({ readBody, response }) => {
    await readBody();
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000", ...headers });
    response.write(part);
  };
}

/** A body that goes on for ever, as fast as it is read (`ms` 0) or in a trickle. */
export function endlessBody(chunk: string, ms: number, status = 200): Play {
  return async ({ readBody, response }) => {
    await readBody();
    response.writeHead(status, { "content-type": "application/json" });
    let gone = false;
    response.on("close", () => {
      gone = true;
    });
    while (!gone) {
      if (!response.write(chunk) && ms === 0) await Promise.race([once(response, "drain"), pause(20)]);
      await pause(ms);
    }
  };
}

// Bodies that are cut

/** Promises the whole body by its length, sends a part and breaks. */
export function cut(
  body: string | Uint8Array,
  length = Math.floor(body.length / 2),
  headers: Headers = {},
): Play {
  return breaking(body.slice(0, length), { "content-length": String(body.length), ...headers });
}

/** The same with chunks, so that no length was promised; HTTP/2 has none, there it is the same. */
export function cutChunked(body: string): Play {
  return (exchange) =>
    breaking(
      body.slice(0, body.length / 2),
      exchange.stream ? { "content-length": String(body.length) } : {},
    )(exchange);
}

function breaking(part: string | Uint8Array, headers: Headers): Play {
  return async (exchange) => {
    await exchange.readBody();
    const { response } = exchange;
    response.writeHead(200, { "content-type": "application/json", ...headers } as Record<string, string>);
    await new Promise<void>((resolve) => response.write(part, () => resolve()));
    // Reset at once would take the part along from the peer's buffer.
    await pause(10);
    exchange.reset();
  };
}

// HTTP/1.1 written by hand, where node would refuse to

/** Writes text to the socket as it is and ends the connection, unless it is to be kept. */
export function wire(text: string, { keep = false } = {}): Play {
  return async ({ readBody, response }) => {
    await readBody();
    if (keep) response.socket?.write(text);
    else response.socket?.end(text);
  };
}

/** Answers although most of the body is still on its way, and reads no more of it. */
export function hasty(status: number, value: unknown): Play {
  return async ({ response }) => {
    response.writeHead(status, { "content-type": "application/json", connection: "close" });
    response.end(JSON.stringify(value));
  };
}

/** A whole answer on a connection that the server closes soon after, without having said so. */
export function thenCloseIdle(play: Play, ms: number): Play {
  return async (exchange) => {
    const session = exchange.stream?.session;
    const { socket } = exchange.response;
    await play(exchange);
    await pause(ms);
    if (session) session.destroy();
    else socket?.destroySoon();
  };
}

// HTTP/2

/** Ends one stream with an error code; with `unread` before its body was read. */
export function streamError(code: number, { unread = false } = {}): Play {
  return async ({ readBody, stream }) => {
    if (!unread) await readBody();
    stream?.close(code);
  };
}

/** Announces that the connection ends and that this request was not looked at, then closes it. */
export const goawayUnread: Play = goaway(constants.NGHTTP2_NO_ERROR, -2);

/** Announces the end while this request is being answered, and never finishes the answer. */
export const goawayMidStream: Play = async (exchange) => {
  await exchange.readBody();
  exchange.response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  exchange.response.write('{"task_id":');
  await pause(10);
  await goaway(constants.NGHTTP2_NO_ERROR, 0)(exchange);
};

/** A whole answer, and with it the news that the connection takes no more requests. */
export function thenGoaway(play: Play): Play {
  return async (exchange) => {
    const session = exchange.stream?.session;
    await play(exchange);
    session?.close();
  };
}

/**
 * @param offset Added to the id of this stream for the last one that was processed; -2 leaves this one out.
 */
export function goaway(code: number, offset: number): Play {
  return async ({ stream }) => {
    const session = stream?.session;
    session?.goaway(code, Math.max(0, (stream?.id ?? 0) + offset));
    await pause(10);
    session?.destroy();
  };
}

/** Breaks the connection under all its streams. */
export const sessionBroken: Play = async (exchange: Exchange) => {
  await exchange.readBody();
  // Still inside the reading of a frame, where destroying the session corrupts the heap (nodejs/node#64850).
  await pause(0);
  exchange.stream?.session?.destroy(undefined, constants.NGHTTP2_INTERNAL_ERROR);
};
