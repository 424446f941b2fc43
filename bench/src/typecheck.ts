import { repository, requireBuild, timeRuns } from "./command.ts";
import { type Figure, printFigures, summary } from "./report.ts";

const tsc = `${repository}node_modules/typescript/bin/tsc`;
const options = [
  ...["--noEmit", "--strict", "--skipLibCheck", "--types", "node"],
  ...["--target", "es2022", "--lib", "es2023,dom,esnext.disposable"],
  ...["--module", "esnext", "--moduleResolution", "bundler"],
];

/** `tsc --noEmit` of small consumers of the built package and of its peers; an empty file is what any program costs. */
export async function measureTypeChecks(quick: boolean): Promise<void> {
  requireBuild();
  const figures: Figure[] = [];
  for (const consumer of ["nothing", "tradepose", "openai", "stripe"]) {
    const file = `src/consumers/${consumer}.ts`;
    const times = await timeRuns(quick ? 1 : 5, process.execPath, [tsc, ...options, file]);
    figures.push({ name: consumer, value: summary(times), unit: "ms" });
  }
  printFigures("type check of a small consumer, skipLibCheck", figures);
}
