import { readFile } from "node:fs/promises";
import { repository, requireBuild, run } from "./command.ts";
import { type Figure, printFigures, summary } from "./report.ts";

const peers = ["openai", "stripe"];

/** Prints what one import costs a process that has loaded nothing else. */
const program = (name: string) => `
const start = performance.now();
const loaded = await import(${JSON.stringify(name)});
const end = performance.now();
if (Object.keys(loaded).length === 0) throw new Error("exports nothing");
console.log(end - start);`;

/** Cold import of every subpath of the built package, each run in a process of its own, in turns. */
export async function measureImports(quick: boolean): Promise<void> {
  requireBuild();
  const { exports } = JSON.parse(await readFile(`${repository}package.json`, "utf8")) as { exports: object };
  const subpaths = Object.keys(exports).filter((subpath) => !subpath.endsWith(".json"));
  const names = [...subpaths.map((subpath) => `tradepose-client${subpath.slice(1)}`), ...peers];

  const samples = new Map(names.map((name): [string, number[]] => [name, []]));
  for (let round = 0; round < (quick ? 3 : 11); round++) {
    for (const [name, times] of samples) {
      times.push(Number(await run(process.execPath, ["--input-type=module", "--eval", program(name)])));
    }
  }
  const figures = [...samples].map(([name, times]): Figure => ({ name, value: summary(times), unit: "ms" }));
  printFigures(`cold import, node ${process.version}, ES modules`, figures);
}
