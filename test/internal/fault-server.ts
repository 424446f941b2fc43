import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

export interface FaultServer extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
}

/** A real HTTP server that plays a script, one step per request; the last step repeats. */
export async function faultServer(...script: readonly Behaviour[]): Promise<FaultServer> {
  const requests: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const step = script[Math.min(requests.length, script.length - 1)];
    requests.push({
      method: request.method ?? "",
      url: request.url ?? "",
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    });
    step?.(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An address on which nothing listens. */
export async function deadAddress(): Promise<string> {
  const server = await faultServer();
  await server[Symbol.asyncDispose]();
  return server.url;
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
  return raw(status, JSON.stringify(body), { "content-type": "application/json", ...headers });
}

export function raw(
  status: number,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Behaviour {
  return (response) => response.writeHead(status, headers).end(body);
}

/** The peer closes the connection without an answer. */
export const reset: Behaviour = (_, request) => request.socket.resetAndDestroy();

/** Half of a body, then the connection breaks. */
export const truncated: Behaviour = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"status":', () => response.socket?.destroy());
};

/** No answer at all. */
export const silent: Behaviour = () => {};

/** Headers and half a body, then nothing more. */
export const stalledBody: Behaviour = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"status":');
};
