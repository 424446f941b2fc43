import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  displayName,
  describe as inWords,
  lint,
  readBlueprint,
  StrategyBuilder,
  type StrategyConfig,
  StrategyRegistry,
  toJSON,
  withoutIds,
} from "tradepose-client/builder";
import {
  loadStrategies,
  loadStrategy,
  saveStrategies,
  saveStrategy,
  TradePoseError,
} from "tradepose-client/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanced } from "../builder/lint/strategies.ts";

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const python = fixture("python-strategy.json");
const registryFile = fixture("python-registry.json");
const strategy = advanced({});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "strategy-files-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("saveStrategy and loadStrategy", () => {
  it("give back an equal strategy, frozen", async () => {
    const path = join(folder, "trend.json");
    await saveStrategy(strategy, path);
    const loaded = await loadStrategy(path);
    expect(loaded).toEqual(strategy);
    expectFrozen(loaded);
    expect(await readFile(path, "utf8")).toBe(toJSON(strategy));
  });

  it("replace a file whole, and leave nothing beside it", async () => {
    const path = join(folder, "replaced.json");
    await writeFile(path, "old");
    await saveStrategy(strategy, path);
    expect(await loadStrategy(path)).toEqual(strategy);
    expect((await readdir(folder)).filter((name) => name.includes("replaced"))).toEqual(["replaced.json"]);
  });

  it("leave nothing behind when the file cannot be written", async () => {
    const before = await readdir(folder);
    await expect(saveStrategy(strategy, join(folder, "no", "such", "folder.json"))).rejects.toThrow(
      /folder\.json could not be written: ENOENT.*nothing was left behind/,
    );
    expect(await readdir(folder)).toEqual(before);
  });
});

describe("a file of the Python SDK", () => {
  it("comes back as it is: ids, nulls, JSON text, older forms and unknown fields", async () => {
    const loaded = await loadStrategy(python);
    expect(loaded).toEqual(JSON.parse(await readFile(python, "utf8")));
    expectFrozen(loaded);
  });

  it("survives being saved and loaded again", async () => {
    const loaded = await loadStrategy(python);
    const path = join(folder, "again.json");
    await saveStrategy(loaded, path);
    expect(await loadStrategy(path)).toEqual(loaded);
  });

  it("may begin with a byte order mark", async () => {
    const path = join(folder, "mark.json");
    await writeFile(path, `\uFEFF${await readFile(python, "utf8")}`);
    expect(await loadStrategy(path)).toEqual(await loadStrategy(python));
  });

  it("can be linted, described and built upon", async () => {
    const loaded = await loadStrategy(python);
    expect(lint(loaded)).toEqual([]);
    expect(inWords(loaded)).toContain('col("TXFR1_1D_ST|3.0x_TXFR1_1D_ATR|21_s0", { direction: "number" })');
    expect(inWords(loaded)).toContain("TradingContext.advancedEntry.barsSinceEntry.gt(40)");
    const s = new StrategyBuilder({ name: "copy", baseInstrument: "TXFR1", baseFreq: "15min" });
    for (const { indicator: config, freq, shift } of loaded.indicators ?? []) {
      s.addIndicator(
        { config, handle: (spec) => ({ spec, displayName: displayName(spec) }) },
        { freq, shift: shift ?? 1 },
      );
    }
    const [risk] = loaded.advanced_blueprints ?? [];
    s.setBaseBlueprint(readBlueprint(loaded.base_blueprint)).addAdvancedBlueprint(readBlueprint(risk!));
    const copy = s.build({ strict: true });
    expect(copy.base_blueprint.exit_triggers).toEqual(loaded.base_blueprint.exit_triggers);
  });

  it("is posted again without its ids", async () => {
    const loaded = await loadStrategy(python);
    const posted = JSON.stringify(withoutIds(loaded));
    expect(posted).not.toMatch(/"id"|instrument_id/);
    expect(posted).toContain("created_at");
    expect(loaded.id).toBeDefined();
  });
});

describe("saveStrategies and loadStrategies", () => {
  it("keep a registry in the form of the Python SDK", async () => {
    const registry = new StrategyRegistry(await loadStrategies(registryFile));
    expect(registry.list()).toEqual(["txf_breakout", "txf_plain"]);
    const path = join(folder, "registry.json");
    await saveStrategies(registry, path);
    expect(JSON.parse(await readFile(path, "utf8"))).toEqual(
      JSON.parse(await readFile(registryFile, "utf8")),
    );
  });

  it("refuse two strategies of one name", async () => {
    await expect(saveStrategies([strategy, strategy], join(folder, "two.json"))).rejects.toThrow(
      /two\.json was not written: two strategies have the name "s"/,
    );
  });
});

describe("a file that holds something else", () => {
  const wrong = (change: object): StrategyConfig => ({ ...strategy, ...change });
  const unnamed = structuredClone(strategy) as { base_blueprint: { entry_triggers: { name?: string }[] } };
  delete unnamed.base_blueprint.entry_triggers[0]!.name;

  it.each<[string, string | object, RegExp]>([
    ["no JSON", "{", /is no JSON: /],
    ["a list", [], /is no strategy:\n- \(the whole\): /],
    ["another frequency", wrong({ base_freq: "2h" }), /is no strategy:\n- base_freq: .*"1min"/],
    ["no name", unnamed, /\n- base_blueprint\.entry_triggers\[0\]\.name: /],
    [
      "two things wrong",
      wrong({ name: "", indicators: [{ freq: "1h", indicator: { type: "SMA", period: 0 } }] }),
      /\n- name: .*\n- indicators\[0\]\.indicator\.period: /s,
    ],
  ])("%s", async (what, content, message) => {
    const path = join(folder, `${what}.json`);
    await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
    const error = await loadStrategy(path).catch((found: unknown) => found);
    expect(error).toBeInstanceOf(TradePoseError);
    expect(error).toMatchObject({ code: "FILE", context: { path }, message: expect.stringMatching(message) });
    expect((error as Error).message.startsWith(path)).toBe(true);
  });

  it.each<[string, object, RegExp]>([
    ["a strategy alone", strategy, /holds no strategies; expected \{ "version": "1.0"/],
    ["another version", { version: "2.0", strategies: {} }, /has version "2.0"; this package reads "1.0"/],
    [
      "one wrong strategy",
      { version: "1.0", strategies: { s: strategy, other: {} } },
      /\n- strategies\.other\.name: /,
    ],
  ])("%s in place of a registry", async (what, content, message) => {
    const path = join(folder, `registry of ${what}.json`);
    await writeFile(path, JSON.stringify(content));
    await expect(loadStrategies(path)).rejects.toThrow(message);
  });

  it("no file at all", async () => {
    const path = join(folder, "nothing.json");
    await expect(loadStrategy(path)).rejects.toThrow(`${path} could not be read: ENOENT`);
  });
});

function expectFrozen(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  expect(Object.isFrozen(value)).toBe(true);
  Object.values(value).forEach(expectFrozen);
}
