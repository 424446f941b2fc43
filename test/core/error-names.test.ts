import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as library from "../../src/index.ts";

type ErrorClass = new (...args: unknown[]) => Error;

/** Arguments with which any of the classes can be made; the first is a message, a task or a list of errors. */
const args = (name: string): readonly unknown[] =>
  name === "BatchFailedError" ? [[new Error("x")]] : ["x", ["y"], ["z"]];

const names = Object.entries(library).flatMap(([name, value]) =>
  typeof value === "function" &&
  (Object.is(value, library.TradePoseError) || value.prototype instanceof library.TradePoseError)
    ? [name]
    : [],
);

describe("the name of an error survives a minifier", () => {
  let folder: string;
  let minified: Readonly<Record<string, ErrorClass>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tradepose-errors-"));
    const outfile = join(folder, "errors.mjs");
    await build({
      stdin: {
        contents: `export { ${names.join(", ")} } from "./src/index.ts";`,
        resolveDir: fileURLToPath(new URL("../../", import.meta.url)),
      },
      outfile,
      bundle: true,
      minify: true,
      format: "esm",
      platform: "node",
      conditions: ["source"],
      external: ["nodejs-polars", "undici"],
      // Bundled CommonJS asks for it by name.
      banner: { js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);' },
    });
    minified = await import(outfile);
  }, 30_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("and there are classes whose own name does not", () => {
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => minified[name]?.name !== name).length).toBeGreaterThan(20);
  });

  it.each(names)("%s", (name) => {
    const Minified = minified[name] as ErrorClass;
    const error = new Minified(...args(name));
    expect(error.name).toBe(name);
    expect(String(error)).toMatch(new RegExp(`^${name}: `));
  });
});
