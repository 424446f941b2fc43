import { mkdir, writeFile } from "node:fs/promises";
import { largeStrategy } from "../../test/types/large-strategy.ts";
import { benchFolder, repository, requireBuild, run, timeRuns } from "./command.ts";
import { type Figure, printFigures, summary } from "./report.ts";

const tsc = `${repository}node_modules/typescript/bin/tsc`;
const options = [
  ...["--noEmit", "--strict", "--skipLibCheck", "--types", "node"],
  ...["--target", "es2022", "--lib", "es2023,dom,esnext.disposable"],
  ...["--module", "esnext", "--moduleResolution", "bundler"],
];

/**
 * `tsc --noEmit` of small consumers of the built package and of its peers, where an empty file is what any program
 * costs, and what the compiler itself says of checking a large strategy.
 */
export async function measureTypeChecks(quick: boolean): Promise<void> {
  requireBuild();
  const runs = quick ? 1 : 5;
  const figures: Figure[] = [];
  for (const consumer of ["nothing", "tradepose", "openai", "stripe"]) {
    const file = `src/consumers/${consumer}.ts`;
    const times = await timeRuns(runs, process.execPath, [tsc, ...options, file]);
    figures.push({ name: consumer, value: summary(times), unit: "ms" });
  }
  printFigures("type check of a small consumer, skipLibCheck", figures);
  await measureLargeStrategy(runs);
}

const INDICATORS = 40;
const TRIGGERS = 60;

async function measureLargeStrategy(runs: number): Promise<void> {
  // Within the folder, so that the package is found as any other.
  const folder = `${benchFolder}node_modules/.cache`;
  await mkdir(folder, { recursive: true });
  const file = `${folder}/large-strategy.ts`;
  await writeFile(file, largeStrategy(INDICATORS, TRIGGERS));
  const times: number[] = [];
  let instantiations = "";
  for (let n = 0; n < runs; n++) {
    const text = await run(process.execPath, [tsc, ...options, "--extendedDiagnostics", file]);
    times.push(1_000 * Number(figureOf(text, "Check time").replace("s", "")));
    instantiations = figureOf(text, "Instantiations");
  }
  const name = `${TRIGGERS} triggers, ${INDICATORS} indicators`;
  printFigures("check time of a large strategy, skipLibCheck", [
    { name, value: summary(times), unit: "ms", goal: 2_000, note: `${instantiations} instantiations` },
  ]);
}

function figureOf(diagnostics: string, name: string): string {
  const [, value] = new RegExp(`^${name}:\\s+(\\S+)$`, "m").exec(diagnostics) ?? [];
  if (value === undefined) throw new Error(`tsc does not tell its ${name}:\n${diagnostics}`);
  return value;
}
