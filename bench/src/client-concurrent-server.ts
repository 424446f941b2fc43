/**
 * Loopback server of the benchmark of concurrent calls, in a process of its own: HTTP/2 over TLS (and HTTP/1.1 for who
 * asks for it), or HTTP/1.1 in the clear. Every message is answered with the connections accepted since the last one.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import type { AddressInfo } from "node:net";
import { cert, key } from "../../test/faults/certificate.ts";

type Request = IncomingMessage | Http2ServerRequest;
type Response = ServerResponse | Http2ServerResponse;

const created = {
  id: "0190d6c4-0000-7000-8000-000000000001",
  user_id: "0190d6c4-0000-7000-8000-000000000002",
  api_key: "tp_test_1",
  created_at: "2026-01-02T03:04:05Z",
};
let connections = 0;

async function answer(request: Request, response: Response): Promise<void> {
  let body = "";
  for await (const chunk of request) body += chunk;
  const url = new URL(request.url ?? "", "http://server");
  const limit = Number(url.searchParams.get("limit"));
  const value =
    request.method === "POST"
      ? { ...created, name: JSON.parse(body).name }
      : { instruments: [], count: 0, total: 0, limit, offset: 0 };
  const text = JSON.stringify(value);
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.end(text);
}

const handle = (request: Request, response: Response) => void answer(request, response);
const server =
  process.argv[2] === "h2"
    ? createSecureServer({ cert, key, allowHTTP1: true }, handle)
    : createServer({ keepAliveTimeout: 60_000 }, handle);
server.on("connection", () => connections++);
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("message", () => {
  process.send?.(connections);
  connections = 0;
});
process.once("disconnect", () => process.exit());
