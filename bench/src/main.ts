/**
 * Benchmarks: `npm run bench`, all of them; `npm run bench -- client sizes` for some; `--quick` for short versions of
 * the same. Sizes, imports and type checks are those of the built package: `npm run build` first.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { measureClient } from "./client.ts";
import { measureConcurrency } from "./client-concurrent.ts";
import { measureCodegen } from "./codegen.ts";
import { measureEngine } from "./engine.ts";
import { measureImports } from "./imports.ts";
import { measureSizes } from "./sizes.ts";
import { measureTypeChecks } from "./typecheck.ts";

const benchmarks: Record<string, (quick: boolean) => void | Promise<void>> = {
  sizes: measureSizes,
  client: measureClient,
  concurrency: measureConcurrency,
  imports: measureImports,
  types: measureTypeChecks,
  codegen: measureCodegen,
  engine: measureEngine,
};

const { values, positionals } = parseArgs({
  options: { quick: { type: "boolean", default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
  console.error(`no such benchmark: ${unknown.join(", ")}; there are ${Object.keys(benchmarks).join(", ")}`);
  process.exit(2);
}

const [cpu] = cpus();
console.log(`node ${process.version}, ${cpus().length} x ${cpu?.model ?? "unknown"}`);
const started = performance.now();
// One failure must not hide the other figures; all end in the exit code.
for (const [name, benchmark] of Object.entries(benchmarks)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  try {
    await benchmark(values.quick);
  } catch (error) {
    console.error(`\n${name} FAILED:`, error);
    process.exitCode = 1;
  }
}
console.log(`\n${((performance.now() - started) / 1_000).toFixed(0)} s in all`);
