/** Loopback server of the client benchmark, in a process of its own: every GET gets the JSON text it was started with. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

process.once("message", (text: string) => {
  const body = Buffer.from(text);
  const server = createServer({ keepAliveTimeout: 60_000 }, (_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
    response.end(body);
  });
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
});
process.once("disconnect", () => process.exit());
