import type { IncomingHttpHeaders } from "node:http2";
import {
  createSecureServer,
  type Http2SecureServer,
  type Http2Session,
  type ServerHttp2Stream,
} from "node:http2";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { cert, key } from "../../faults/certificate.ts";

export interface Http2Request {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly stream: ServerHttp2Stream;
  readonly session: Http2Session;
}

export interface Http2TestServer extends AsyncDisposable {
  readonly url: string;
  readonly server: Http2SecureServer;
  /** Connections accepted so far. */
  readonly accepted: () => number;
  /** Connections open now. */
  readonly open: () => number;
  /** Most requests in work at one time. */
  readonly peak: () => number;
}

/** A real HTTP/2 server over TLS. */
export async function http2Server(
  answer: (request: Http2Request) => void | Promise<void>,
  settings: { maxConcurrentStreams?: number; port?: number } = {},
): Promise<Http2TestServer> {
  const sockets = new Set<Socket>();
  let accepted = 0;
  let running = 0;
  let peak = 0;
  const { maxConcurrentStreams, port: wanted = 0 } = settings;
  const server = createSecureServer({
    cert,
    key,
    ...(maxConcurrentStreams !== undefined && { settings: { maxConcurrentStreams } }),
  });
  server.on("secureConnection", (socket: Socket) => {
    accepted++;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("sessionError", () => {});
  server.on("stream", async (stream, headers) => {
    running++;
    peak = Math.max(peak, running);
    stream.once("close", () => running--);
    stream.on("error", () => {});
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    const { session } = stream;
    // Still inside the reading of a frame, where destroying the session corrupts the heap (nodejs/node#64850).
    await pause(0);
    if (session !== undefined) {
      await answer({ headers, body: Buffer.concat(chunks).toString(), stream, session });
    }
  });
  await new Promise<void>((resolve) => server.listen(wanted, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    server,
    accepted: () => accepted,
    open: () => sockets.size,
    peak: () => peak,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

export function respond({ stream }: Http2Request, status: number, body: unknown): void {
  if (stream.destroyed) return;
  stream.respond({ ":status": status, "content-type": "application/json" });
  stream.end(JSON.stringify(body));
}
