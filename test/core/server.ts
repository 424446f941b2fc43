import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { type ClientOptions, TradePoseClient } from "../../src/core/index.ts";

export type Answer = (response: ServerResponse, request: IncomingMessage, url: URL) => void;

export interface Running {
  readonly client: TradePoseClient;
  readonly url: string;
  /** Requests so far: method, path and query. */
  readonly log: readonly string[];
}

/** A real server that answers as it is told, and a client of it; both go with the test. */
export async function serve(answer: Answer, options: ClientOptions = {}): Promise<Running> {
  const log: string[] = [];
  const server = createServer((request, response) => {
    request.resume();
    log.push(`${request.method} ${request.url}`);
    answer(response, request, new URL(request.url ?? "", "http://server"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Bodies here are as short as a test needs them.
  const client = new TradePoseClient({
    serverUrl: url,
    apiKey: "key",
    maxRetries: 0,
    validate: "off",
    ...options,
  });
  onTestFinished(async () => {
    server.closeAllConnections();
    await client.close();
    await new Promise((resolve) => server.close(resolve));
  });
  return { client, url, log };
}

export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
