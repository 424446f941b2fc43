import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import type { Dispatcher } from "undici";
import { abortable } from "../abortable.ts";
import type { FetchInit, HttpResponse } from "../fetch.ts";
import { toHeaders } from "./headers.ts";
import { CONNECT_TIMEOUT_MS, type ConnectOptions, IDLE_TIMEOUT_MS, type OriginPool } from "./origin-pool.ts";
import { StreamResponse } from "./stream-response.ts";
import { connectTls } from "./tls.ts";
import { openTunnel } from "./tunnel.ts";

/** Sockets per origin; more requests than that wait for a free one. */
const CONNECTIONS = 100;

const poolOptions = {
  connections: CONNECTIONS,
  pipelining: 1,
  keepAliveTimeout: IDLE_TIMEOUT_MS,
  // The timeout of an attempt covers headers and body; a second clock would only make errors differ.
  headersTimeout: 0,
  bodyTimeout: 0,
} as const;

/** HTTP/1.1 to the origin. @param first A connection that is open already and becomes one of the pool. */
export async function http1Pool(
  origin: URL,
  options: ConnectOptions,
  first?: TLSSocket,
): Promise<OriginPool> {
  const { buildConnector, Pool } = await import("undici");
  const { ca, proxy } = options;
  const straight = buildConnector({ timeout: CONNECT_TIMEOUT_MS, ...(ca !== undefined && { ca }) });
  const connect: typeof straight = (target, callback) => {
    if (proxy === undefined) straight(target, callback);
    else
      throughProxy(proxy, origin, options).then(
        (socket) => callback(null, socket.ref()),
        (error) => callback(error, null),
      );
  };
  let spare = first;
  const pool = new Pool(origin.origin, {
    ...poolOptions,
    connect: (target, callback) => {
      const socket = spare;
      spare = undefined;
      // Not before this returns: the pool would not notice that it may go on.
      if (socket !== undefined && !socket.destroyed) queueMicrotask(() => callback(null, socket.ref()));
      else connect(target, callback);
    },
  });
  return {
    ...overDispatcher(pool),
    async close() {
      spare?.destroy();
      await pool.close();
    },
  };
}

function throughProxy(proxy: URL, origin: URL, options: ConnectOptions): Promise<Socket> {
  return origin.protocol === "https:"
    ? connectTls(origin, ["http/1.1"], options)
    : openTunnel(proxy, origin, options.signal);
}

/** HTTP/1.1 through a SOCKS proxy. */
export async function socksPool(proxy: URL, options: ConnectOptions): Promise<OriginPool> {
  const { ProxyAgent } = await import("undici");
  return overDispatcher(
    new ProxyAgent({
      ...poolOptions,
      uri: proxy.href,
      requestTls: { timeout: CONNECT_TIMEOUT_MS, ...(options.ca !== undefined && { ca: options.ca }) },
    }),
  );
}

function overDispatcher(dispatcher: Dispatcher): OriginPool {
  return {
    send: (url, init) => send(dispatcher, url, init),
    close: () => dispatcher.close(),
  };
}

async function send(dispatcher: Dispatcher, url: URL, init: FetchInit): Promise<HttpResponse> {
  const answer = dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: init.method as Dispatcher.HttpMethod,
    headers: Object.fromEntries(init.headers),
    body: init.body,
    signal: init.signal,
  });
  // A request that waits for its connection would not notice the signal before it has one.
  const { statusCode, headers, body } = await abortable(answer, init.signal);
  return new StreamResponse({
    url: url.href,
    status: statusCode,
    headers: toHeaders(headers),
    body,
    // Of a body that has arrived whole it costs nothing; else the connection cannot be used again.
    discard: () => body.destroy(),
  });
}
