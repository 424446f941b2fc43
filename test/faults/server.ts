import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import {
  createSecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type ServerHttp2Stream,
} from "node:http2";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer as createNetServer, type Server, type Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { cert, key } from "./certificate.ts";

/** `h1` is HTTP/1.1 in the clear, `h1s` the same over TLS, `h2` TLS that also speaks HTTP/1.1 to who asks for it. */
export type Protocol = "h1" | "h1s" | "h2";

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly httpVersion: string;
  /** What was read of the body. */
  body: string;
}

/** One request and the means to answer it, well or badly. Its headers were read, its body was not. */
export interface Exchange {
  readonly seen: SeenRequest;
  readonly response: ServerResponse;
  /** The stream, when it is HTTP/2. */
  readonly stream: ServerHttp2Stream | undefined;
  readBody(): Promise<string>;
  /** Breaks this exchange: the connection on HTTP/1.1, the stream on HTTP/2. */
  reset(): void;
}

/** Answers a request, or fails to. */
export type Play = (exchange: Exchange) => void | Promise<void>;

/** Plays before a byte of the request was read. */
export interface AtAccept {
  readonly atAccept: (socket: Socket) => void;
}

export type Step = Play | AtAccept;

export interface FaultServerOptions {
  readonly protocol?: Protocol;
  /** Requests the script is played to; others get `otherwise`. Default: all. */
  readonly target?: (request: SeenRequest) => boolean;
  /** Answers requests that are no target. */
  readonly otherwise?: Play;
  /** Streams that one HTTP/2 connection may have open at a time. */
  readonly maxConcurrentStreams?: number;
}

/** A real server that plays a script, one step per request; the last step repeats. */
export class FaultServer implements AsyncDisposable {
  readonly url: string;
  /** Targets whose headers arrived, in order. */
  readonly requests: SeenRequest[] = [];
  /** Failures of the server itself; a test expects none. */
  readonly problems: unknown[] = [];
  /** Requests, and connections refused at the door, that a step was played to. */
  arrivals = 0;
  /** Exchanges neither side has ended. */
  openExchanges = 0;
  connections = 0;
  readonly #sockets: ReadonlySet<Socket>;
  readonly #server: Server;

  private constructor(server: Server, sockets: ReadonlySet<Socket>, scheme: "http" | "https") {
    this.#server = server;
    this.#sockets = sockets;
    const { port } = server.address() as AddressInfo;
    this.url = `${scheme}://127.0.0.1:${port}`;
  }

  /** Connections that are open. */
  get openSockets(): number {
    return this.#sockets.size;
  }

  static async start(script: readonly Step[], options: FaultServerOptions = {}): Promise<FaultServer> {
    const { protocol = "h1", target = () => true, otherwise, maxConcurrentStreams } = options;
    let running: FaultServer | undefined;
    const step = () => script[Math.min(running?.arrivals ?? 0, script.length - 1)];

    const handle = (request: IncomingMessage, response: ServerResponse) => {
      if (running === undefined) return;
      const exchange = exchangeOf(request, response);
      const current = step();
      const isTarget = target(exchange.seen);
      const play = isTarget ? current : otherwise;
      if (isTarget) {
        running.requests.push(exchange.seen);
        running.arrivals++;
      }
      running.openExchanges++;
      response.on("close", () => running && running.openExchanges--);
      response.on("error", () => {});
      if (typeof play !== "function") {
        running.problems.push(new Error(`nothing to play to ${exchange.seen.method} ${exchange.seen.path}`));
        exchange.reset();
        return;
      }
      Promise.resolve(play(exchange)).catch((error) => {
        // A client that left in the middle is what many rows are about.
        const gone = exchange.stream ? exchange.stream.destroyed : response.destroyed || response.closed;
        if (!gone) running?.problems.push(error);
      });
    };

    const behind = listener(protocol, handle, maxConcurrentStreams);
    const sockets = new Set<Socket>();
    // The door is a server of its own, so that a step can keep a connection from ever reaching the one behind it.
    const door = createNetServer({ allowHalfOpen: protocol === "h1", noDelay: true }, (socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      socket.on("error", () => {});
      if (running === undefined) return;
      running.connections++;
      const current = step();
      if (typeof current !== "object") {
        behind.emit("connection", socket);
        return;
      }
      running.arrivals++;
      current.atAccept(socket);
    });
    await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
    running = new FaultServer(door, sockets, protocol === "h1" ? "http" : "https");
    return running;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

/** An address on which nothing listens. */
export async function deadAddress(): Promise<string> {
  const server = await FaultServer.start([]);
  await server[Symbol.asyncDispose]();
  return server.url;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

function listener(protocol: Protocol, handle: Handler, maxConcurrentStreams: number | undefined): Server {
  switch (protocol) {
    case "h1":
      return createServer(handle);
    case "h1s":
      return createHttpsServer({ key, cert }, handle);
    case "h2": {
      const settings = maxConcurrentStreams === undefined ? {} : { settings: { maxConcurrentStreams } };
      const server = createSecureServer({ key, cert, allowHTTP1: true, ...settings });
      // The classes of node:http2 have what is used of those of node:http.
      server.on("request", handle as unknown as (q: Http2ServerRequest, r: Http2ServerResponse) => void);
      server.on("sessionError", () => {});
      return server;
    }
  }
}

function exchangeOf(request: IncomingMessage, response: ServerResponse): Exchange {
  const seen: SeenRequest = {
    method: request.method ?? "",
    path: request.url ?? "",
    headers: request.headers,
    httpVersion: request.httpVersion,
    body: "",
  };
  const stream = (response as { stream?: ServerHttp2Stream }).stream;
  request.on("error", () => {});
  stream?.on("error", () => {});
  return {
    seen,
    response,
    stream,
    async readBody() {
      for await (const chunk of request) seen.body += chunk;
      return seen.body;
    },
    reset() {
      if (stream) stream.close(2);
      // Only a bare TCP socket can be reset.
      else if (request.socket instanceof TLSSocket) request.socket.destroy();
      else request.socket.resetAndDestroy();
    },
  };
}
