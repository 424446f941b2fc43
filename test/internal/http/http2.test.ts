import { createServer as createPlainServer } from "node:http";
import { constants } from "node:http2";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Operation } from "../../../src/generated/transport.ts";
import type { HttpTransport, TransportSettings } from "../../../src/internal/transport.ts";
import { cert, key } from "../../faults/certificate.ts";
import { failure, transportTo } from "../transport-to.ts";
import { type Http2Request, http2Server, respond } from "./h2-server.ts";

const ca = cert.toString();
const get: Operation = { id: "usage.get", method: "GET", path: "/api/v1/usage", response: "json" };
const post: Operation = { id: "export.create", method: "POST", path: "/api/v1/export", response: "json" };

const open: HttpTransport[] = [];
afterEach(async () => {
  for (const transport of open.splice(0)) await transport.close();
});

function connect(url: string, settings: Partial<TransportSettings> = {}): HttpTransport {
  const transport = transportTo(url, { ca, ...settings });
  open.push(transport);
  return transport;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const echo = (request: Http2Request) =>
  respond(request, 200, { method: request.headers[":method"], body: request.body });

describe("200 calls at a time", () => {
  it.each([
    ["GET", "of the usual 100 streams", 100],
    ["POST", "of the usual 100 streams", 100],
    ["POST", "that allows 10 streams", 10],
  ])("%s to an HTTP/2 server %s share two connections", async (method, _, maxConcurrentStreams) => {
    await using server = await http2Server(
      async (request) => {
        await pause(20);
        echo(request);
      },
      { maxConcurrentStreams },
    );
    const transport = connect(server.url);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        method === "GET" ? transport.call(get, {}) : transport.call(post, { body: { n } }),
      ),
    );
    if (method === "POST") {
      expect(answers).toEqual(
        Array.from({ length: 200 }, (_, n) => ({ method: "POST", body: `{"n":${n}}` })),
      );
    }
    expect(server.accepted()).toBeLessThanOrEqual(2);
    expect(server.peak()).toBeGreaterThanOrEqual(maxConcurrentStreams);
  });

  it.each([
    ["without TLS", createPlainServer(), "http:", 200],
    // The handshakes cost more than the calls.
    ["over TLS", createTlsServer({ cert, key }), "https:", 20],
  ] as const)("to an HTTP/1.1 server %s use the pool", async (_, server, scheme, count) => {
    let accepted = 0;
    server.on(scheme === "https:" ? "secureConnection" : "connection", () => accepted++);
    server.on("request", (request, response) => {
      request.resume();
      setTimeout(() => response.end('{"ok":true}'), 20);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const transport = connect(`${scheme}//127.0.0.1:${(server.address() as AddressInfo).port}`, {
      timeout: 20_000,
    });
    await Promise.all(
      Array.from({ length: count }, (_, n) =>
        n % 2 === 0 ? transport.call(get, {}) : transport.call(post, { body: {} }),
      ),
    );
    expect(accepted).toBe(Math.min(count, 100));
    await transport.close();
    await new Promise((resolve) => server.close(resolve));
  });
});

describe("connections", () => {
  it("are used again, one for calls that follow each other", async () => {
    await using server = await http2Server(echo);
    const transport = connect(server.url);
    for (let call = 0; call < 5; call++) await transport.call(get, {});
    expect(server.accepted()).toBe(1);
  });

  it("close when they have been idle, and a later call opens another", async () => {
    await using server = await http2Server(echo);
    const transport = connect(server.url);
    await transport.call(get, {});
    await expect.poll(() => server.open(), { timeout: 7_000 }).toBe(0);
    await transport.call(get, {});
    expect(server.accepted()).toBe(2);
  }, 12_000);

  it("close with the client, after the running calls", async () => {
    await using server = await http2Server(async (request) => {
      await pause(50);
      echo(request);
    });
    const transport = connect(server.url);
    const calls = Array.from({ length: 120 }, () => transport.call(get, {}));
    await pause(20);
    await transport.close();
    expect((await Promise.allSettled(calls)).every(({ status }) => status === "fulfilled")).toBe(true);
    await expect.poll(() => server.open()).toBe(0);
  });

  it("are asked anew when the origin has changed its protocol", async () => {
    const server = await http2Server(echo);
    const transport = connect(server.url);
    await transport.call(get, {});
    await server[Symbol.asyncDispose]();
    await pause(50);
    const second = createTlsServer({ cert, key }, (_, response) => response.end('{"http":1}'));
    const { port } = new URL(server.url);
    await new Promise<void>((resolve) => second.listen(Number(port), "127.0.0.1", resolve));
    expect(await transport.call(get, {})).toEqual({ http: 1 });
    await transport.close();
    await new Promise((resolve) => second.close(resolve));
  });

  it("that are not trusted are an error at once", async () => {
    await using server = await http2Server(echo);
    const thrown = await failure(connect(server.url, { ca: undefined }).call(get, {}));
    expect(thrown).toMatchObject({ code: "NETWORK", attempts: 1 });
    expect(thrown.message).toMatch(/self.signed/i);
  });
});

describe("what goes wrong on a stream", () => {
  /** Misbehaves once, then answers. */
  function once(misbehave: (request: Http2Request) => void) {
    let seen = 0;
    return (request: Http2Request) => (seen++ === 0 ? misbehave(request) : echo(request));
  }
  const { NGHTTP2_REFUSED_STREAM, NGHTTP2_CANCEL, NGHTTP2_INTERNAL_ERROR, NGHTTP2_NO_ERROR } = constants;
  const halfBody =
    (code: number) =>
    ({ stream }: Http2Request) => {
      // Waiting for trailers keeps Node from ending the body properly before it resets the stream.
      stream.respond({ ":status": 200, "content-type": "application/json" }, { waitForTrailers: true });
      stream.write('{"half":', () => stream.close(code));
    };

  it.each([
    ["refused before it was looked at", (it: Http2Request) => it.stream.close(NGHTTP2_REFUSED_STREAM), 2, 2],
    ["cancelled", (it: Http2Request) => it.stream.close(NGHTTP2_CANCEL), 2, "NETWORK"],
    ["an internal error", (it: Http2Request) => it.stream.close(NGHTTP2_INTERNAL_ERROR), 2, "NETWORK"],
    ["closed without an answer", (it: Http2Request) => it.stream.close(NGHTTP2_NO_ERROR), 2, "NETWORK"],
    ["half a body, then cancelled", halfBody(NGHTTP2_CANCEL), 2, "NETWORK"],
    ["half a body, then an internal error", halfBody(NGHTTP2_INTERNAL_ERROR), 2, "NETWORK"],
    ["the connection dies", (it: Http2Request) => it.session.destroy(), 2, "NETWORK"],
  ] as const)("%s", async (_, misbehave, forGet, forPost) => {
    for (const [operation, expected] of [
      [get, forGet],
      [post, forPost],
    ] as const) {
      await using server = await http2Server(once(misbehave));
      const call = connect(server.url).call(operation, operation === post ? { body: {} } : {});
      if (typeof expected === "string") expect(await failure(call)).toMatchObject({ code: expected });
      else expect((await call.withResponse()).response.attempts).toBe(expected);
    }
  });

  it.each([
    ["the stream is reset", ({ stream }: Http2Request) => stream.close(NGHTTP2_INTERNAL_ERROR)],
    ["the connection goes away", ({ session }: Http2Request) => session.destroy()],
    [
      "GOAWAY says that nothing was wrong",
      ({ session }: Http2Request) => {
        session.goaway(NGHTTP2_NO_ERROR);
        session.destroy();
      },
    ],
  ] as const)("a body that is cut never passes for a whole one: %s", async (_, cut) => {
    await using server = await http2Server((request) => {
      const { stream } = request;
      stream.respond({ ":status": 200, "content-type": "application/json" }, { waitForTrailers: true });
      // Whole JSON by chance: only the way it ends tells that there was more to come.
      stream.write("[1]", async () => {
        await pause(10);
        cut(request);
      });
    });
    const transport = connect(server.url, { maxRetries: 0 });
    expect(await failure(transport.call(get, {}))).toMatchObject({ code: "NETWORK" });
  });

  it("GOAWAY lets the running calls end and sends the next over another connection", async () => {
    let seen = 0;
    await using server = await http2Server(async (request) => {
      if (seen++ === 0) request.session.goaway(NGHTTP2_NO_ERROR);
      await pause(300);
      echo(request);
    });
    const transport = connect(server.url);
    const running = transport.call(post, { body: { n: 1 } }).withResponse();
    await expect.poll(() => seen).toBe(1);
    await pause(100);
    const next = await transport.call(post, { body: { n: 2 } }).withResponse();
    expect((await running).response.attempts).toBe(1);
    expect(next.response.attempts).toBe(1);
    expect(seen).toBe(2);
  });

  it("aborting one call leaves the connection to the others", async () => {
    await using server = await http2Server((request) => {
      if (request.headers[":method"] === "POST") echo(request);
    });
    const transport = connect(server.url);
    const controller = new AbortController();
    const stuck = transport.call(get, {}, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 50);
    expect((await failure(stuck)).message).toBe("enough");
    await transport.call(post, { body: {} });
    expect(server.accepted()).toBe(1);
  });
});
