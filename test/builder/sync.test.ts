import { type StrategyConfig, StrategyRegistry, type StrategyStore } from "tradepose-client/builder";
import { TradePoseClient, ValidationError } from "tradepose-client/client";
import { type Gateway, startGateway } from "tradepose-gateway";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { suiteFolder } from "../e2e/support.ts";
import { advanced, base } from "./lint/strategies.ts";

const named = (name: string): StrategyConfig => ({ ...base([{}]), name });

const suite = suiteFolder();
let gateway: Gateway;
let client: TradePoseClient & StrategyStore;

beforeAll(async () => {
  gateway = await startGateway({ dataDir: suite.path });
  client = new TradePoseClient({ serverUrl: gateway.url, apiKey: gateway.apiKey });
}, 60_000);
afterAll(async () => {
  await client?.close();
  await gateway?.close();
});

describe("sync with a gateway", { timeout: 30_000 }, () => {
  it("creates what is new, skips what is stored, and reports what differs or is refused", async () => {
    await client.strategies.create(named("same"));
    await client.strategies.create({ ...named("other"), note: "theirs" });
    const nameless = named("");
    const registry = new StrategyRegistry([named("new"), named("same"), named("other"), nameless]);
    const result = await registry.sync(client);
    expect(result).toMatchObject({ created: ["new"], updated: [], skipped: ["same"], success: false });
    expect(result.errors).toEqual([
      {
        name: "other",
        error: expect.objectContaining({
          message: expect.stringMatching(
            /"other" is stored with other content; sync with \{ replace: true \}/,
          ),
        }),
      },
      { name: "", error: expect.any(ValidationError) },
    ]);
    expect((await client.strategies.get("other")).note).toBe("theirs");
  });

  it("replaces what differs when it is told to", async () => {
    await client.strategies.create({ ...named("mine"), note: "theirs" });
    const result = await new StrategyRegistry([named("mine")]).sync(client, { replace: true });
    expect(result).toEqual({ created: [], updated: ["mine"], skipped: [], errors: [], success: true });
    expect((await client.strategies.get("mine")).note).toBe("");
  });

  it("changes nothing the second time, archived or not", async () => {
    const registry = new StrategyRegistry([named("a"), { ...advanced({}), name: "b" }]);
    expect(await registry.sync(client)).toMatchObject({ created: ["a", "b"] });
    await client.strategies.delete("a");
    expect(await registry.sync(client)).toMatchObject({ created: [], skipped: ["a", "b"], success: true });
  });

  it("posts what a gateway gave without the ids it has filled in", async () => {
    await new StrategyRegistry([named("first")]).sync(client);
    const stored = await client.strategies.get("first");
    expect(stored.id).toEqual(expect.any(String));
    await new StrategyRegistry([{ ...stored, name: "second" }]).sync(client);
    const second = await client.strategies.get("second");
    expect(second.id).not.toBe(stored.id);
    expect(second.base_blueprint.id ?? null).not.toBe(stored.base_blueprint.id);
  });
});
