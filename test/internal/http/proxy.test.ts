import { createServer, type Server } from "node:http";
import { type AddressInfo, connect as dial } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Operation } from "../../../src/generated/transport.ts";
import { proxyFor } from "../../../src/internal/http/proxy.ts";
import { faultServer, json } from "../fault-server.ts";
import { transportTo } from "../transport-to.ts";

describe("proxyFor", () => {
  const both = { HTTPS_PROXY: "http://secure:1", HTTP_PROXY: "http://plain:2" };
  it.each([
    ["https by HTTPS_PROXY", "https://a.com/", both, "http://secure:1"],
    ["http by HTTP_PROXY", "http://a.com/", both, "http://plain:2"],
    ["lower case first", "http://a.com/", { ...both, http_proxy: "http://low:3" }, "http://low:3"],
    [
      "ALL_PROXY for the rest",
      "https://a.com/",
      { HTTP_PROXY: "http://p", ALL_PROXY: "http://all" },
      "http://all",
    ],
    ["no scheme is http", "http://a.com/", { HTTP_PROXY: "proxy:8080" }, "http://proxy:8080"],
    ["none", "http://a.com/", {}, undefined],
    ["empty", "http://a.com/", { HTTP_PROXY: "" }, undefined],
    ["localhost never", "http://localhost:8420/", both, undefined],
    ["127.0.0.1 never", "http://127.0.0.1:8420/", both, undefined],
    ["::1 never", "http://[::1]:8420/", both, undefined],
    ["NO_PROXY *", "https://a.com/", { ...both, NO_PROXY: "*" }, undefined],
    ["NO_PROXY host", "https://a.com/", { ...both, NO_PROXY: "b.com, a.com" }, undefined],
    ["NO_PROXY subdomain", "https://x.a.com/", { ...both, no_proxy: "a.com" }, undefined],
    ["NO_PROXY leading dot", "https://x.a.com/", { ...both, NO_PROXY: ".a.com" }, undefined],
    ["NO_PROXY other end", "https://ba.com/", { ...both, NO_PROXY: "a.com" }, "http://secure:1"],
    ["NO_PROXY its port", "https://a.com/", { ...both, NO_PROXY: "a.com:443" }, undefined],
    ["NO_PROXY another port", "https://a.com/", { ...both, NO_PROXY: "a.com:8443" }, "http://secure:1"],
  ])("%s", (_, url, environment, expected) => {
    expect(proxyFor(new URL(url), environment)?.href).toBe(expected && `${expected}/`);
  });
});

describe("a call through a proxy", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("reaches a host that only the proxy knows", async () => {
    await using target = await faultServer(json(200, { ok: true }));
    const asked: string[] = [];
    const proxy = connectProxy(Number(new URL(target.url).port), asked);
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    vi.stubEnv("HTTP_PROXY", `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    vi.stubEnv("NO_PROXY", "");
    const transport = transportTo("http://gateway.invalid:8420");
    const usage: Operation = { id: "usage.get", method: "GET", path: "/api/v1/usage", response: "json" };
    expect(await transport.call(usage, {})).toEqual({ ok: true });
    expect(target.requests).toHaveLength(1);
    expect(asked).toEqual(["gateway.invalid:8420"]);
    await transport.close();
    await new Promise((resolve) => proxy.close(resolve));
  });
});

/** Tunnels every host to one port of this machine. */
function connectProxy(port: number, asked: string[]): Server {
  const proxy = createServer();
  proxy.on("connect", (request, client) => {
    asked.push(request.url ?? "");
    const upstream = dial(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on("error", () => client.destroy());
    client.on("error", () => upstream.destroy());
  });
  return proxy;
}
