import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startGateway } from "../../src/index.ts";
import { call, sp500File, temporaryDataDir } from "./support.ts";

let folder: Awaited<ReturnType<typeof temporaryDataDir>>;
beforeAll(async () => {
  folder = await temporaryDataDir();
}, 120_000);
afterAll(() => folder.remove());

describe("startGateway", () => {
  it("gives a gateway that can be closed twice, and disposed of", async () => {
    const gateway = await startGateway({ dataDir: folder.path, workers: 1 });
    expect(gateway.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const report = await gateway.importBars({ instrument: "SP500", freq: "1D", file: sp500File });
    expect(report).toMatchObject({ rows: 5105, changed: true });
    expect((await call(gateway, "instruments.list")).json).toMatchObject({ total: 1 });
    await gateway.close();
    await gateway[Symbol.asyncDispose]();
    await expect(fetch(`${gateway.url}/health`)).rejects.toThrow();
  }, 120_000);

  it("keeps data, but not the process's key, until the next start", async () => {
    const first = await startGateway({ dataDir: folder.path, workers: 1 });
    await first.close();
    const second = await startGateway({ dataDir: folder.path, workers: 1 });
    try {
      expect((await call(second, "instruments.list")).json).toMatchObject({ total: 1 });
      expect((await call({ url: second.url, apiKey: first.apiKey }, "instruments.list")).status).toBe(401);
    } finally {
      await second.close();
    }
  }, 120_000);

  it("refuses a folder that another gateway uses", async () => {
    const first = await startGateway({ dataDir: folder.path, workers: 1 });
    try {
      await expect(startGateway({ dataDir: folder.path })).rejects.toMatchObject({
        name: "GatewayError",
        code: "GATEWAY_DATA_LOCKED",
        message: expect.stringContaining(`process ${process.pid}`),
      });
    } finally {
      await first.close();
    }
  }, 120_000);

  it("says which port is in use and leaves nothing open", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    await expect(startGateway({ dataDir: folder.path, port, workers: 1 })).rejects.toMatchObject({
      code: "GATEWAY_PORT_IN_USE",
      message: expect.stringContaining(`Port ${port} on 127.0.0.1`),
    });
    await new Promise((resolve) => other.close(resolve));
    const gateway = await startGateway({ dataDir: folder.path, port, workers: 1 });
    expect(gateway.url).toBe(`http://127.0.0.1:${port}`);
    await gateway.close();
  }, 120_000);

  it.each([0, -1, 1.5, Number.NaN])("refuses %s workers", async (workers) => {
    await expect(startGateway({ dataDir: folder.path, workers })).rejects.toThrow(RangeError);
  });

  it.each([
    [{ host: "192.0.2.1" }, "GATEWAY_ADDRESS", /192\.0\.2\.1/],
    [{ databaseUrl: "postgres://u:secret@127.0.0.1:1/none" }, "GATEWAY_DATABASE", /127\.0\.0\.1:1\/none/],
    [{ databaseUrl: "nonsense" }, "GATEWAY_DATABASE", /nonsense|given address/],
    [{ dataDir: "/dev/null/data" }, "GATEWAY_DATA_DIR", /\/dev\/null\/data/],
  ])(
    "with %j fails with %s",
    async (options, code, message) => {
      const starting = startGateway({ dataDir: folder.path, workers: 1, ...options });
      const error = await starting.then(
        () => undefined,
        (reason: Error) => reason,
      );
      expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
      expect(error?.message).not.toContain("secret");
    },
    120_000,
  );
});
