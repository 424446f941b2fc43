import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { build as buildPackage } from "tsdown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { understand } from "../../scripts/codegen/generate.ts";
import { referencesOf } from "../../scripts/codegen/graph.ts";
import packaging from "../../tsdown.config.ts";

const { contract } = await understand(["openapi/models.yaml", "openapi/gateway.yaml"]);

/** What a bundler keeps of a program. */
async function bundled(program: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    external: ["zod", "node:*", "undici", "nodejs-polars"],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** A schema and all that it refers to. */
function closure(name: string, found = new Set<string>()): Set<string> {
  const schema = contract.schemas.get(name);
  if (schema === undefined || found.has(name)) return found;
  found.add(name);
  for (const next of referencesOf(schema)) closure(next, found);
  return found;
}

const schemasIn = (code: string): string[] =>
  [...code.matchAll(/^var (\w+)Schema = /gm)].map(([, name = ""]) => name).sort();

const needed = (...names: string[]): string[] =>
  [...new Set(names.flatMap((name) => [...closure(name)]))].sort();

describe("a bundle holds what is imported, and no more", () => {
  it.each([
    "APIKeyCreate",
    "SMA",
    "AnchorConfig",
    "AccountCreateRequest",
    "TaskListResponse",
    "StrategyConfig",
    "ErrorResponse",
    "Decimal",
  ])("the model %s, and those it is made of", async (name) => {
    const code = await bundled(`export { ${name}Model } from "./src/models.ts";`);
    expect(schemasIn(code)).toEqual(needed(name));
  });

  it("an enum is no more than its values", async () => {
    const code = await bundled('export { Freq } from "./src/models.ts";');
    expect(schemasIn(code)).toEqual([]);
    expect(code.match(/^var /gm)).toHaveLength(1);
  });

  it("a frame schema is the names and types of its columns", async () => {
    const code = await bundled('export { tradesSchema } from "./src/models.ts";');
    const trades = contract.frames.find(({ name }) => name === "trades");
    expect(trades?.columns.length).toBeGreaterThan(0);
    for (const { name, description } of trades?.columns ?? []) {
      expect(code).toContain(`name: "${name}"`);
      expect(code).not.toContain(JSON.stringify(description));
    }
  });

  it("a model brings no constants of enums along", async () => {
    const code = await bundled('export { StrategyConfigModel } from "./src/models.ts";');
    expect(code).toContain('"StopLoss"');
    expect(code).not.toContain("STOP_LOSS");
  });

  it("a type is nothing", async () => {
    expect(
      await bundled('import type { StrategyConfig } from "./src/models.ts"; export type S = StrategyConfig;'),
    ).toBe("");
  });

  it("a resource takes its own models along", async () => {
    const code = await bundled('export { UsageResource } from "./src/generated/resources/usage.ts";');
    expect(schemasIn(code)).toEqual(needed("DetailedUsageResponse"));
  });

  it("the factories of indicators need no models", async () => {
    const code = await bundled('export { Indicator } from "./src/builder/index.ts";');
    expect(schemasIn(code)).toEqual([]);
    expect(code).not.toContain("zod");
  });
});

describe("the package as it is built", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "bundle-"));
    const entry = { models: "src/models.ts" };
    await buildPackage({
      ...packaging,
      config: false,
      entry,
      format: "esm",
      dts: false,
      outDir: folder,
      logLevel: "silent",
    });
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(["SMA", "AccountCreateRequest", "Decimal"])(
    "keeps the model %s apart from others",
    async (name) => {
      const code = await bundled(
        `export { ${name}Model } from ${JSON.stringify(join(folder, "models.mjs"))};`,
      );
      expect(schemasIn(code)).toEqual(needed(name));
    },
  );
});
