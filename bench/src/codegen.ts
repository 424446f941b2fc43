import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchFolder, newerNode, repository, run, timeRuns } from "./command.ts";
import { type Figure, printFigures, summary } from "./report.ts";

const contract = `${repository}openapi/gateway.yaml`;
const modules = `${repository}node_modules/`;

interface Generator {
  readonly name: string;
  readonly node: string;
  readonly goal?: number;
  args(output: string): readonly string[];
  /** Refuses the time of what did not generate. */
  check(output: string): Promise<void>;
}

const generators: readonly Generator[] = [
  {
    name: "ours: types, zod, client, indicators, tests",
    node: process.execPath,
    goal: 2_000,
    // `npm run codegen -- --check`: generates and formats everything and compares it with src/generated; fails where they
    // differ. It keeps no cache: the first run is as good as any.
    args: () => ["--no-opt", `${repository}scripts/codegen/run.mjs`, "--check"],
    check: async () => {},
  },
  {
    name: "openapi-typescript: types",
    node: process.execPath,
    args: (output) => [`${modules}openapi-typescript/bin/cli.js`, contract, "--output", `${output}/types.ts`],
    check: (output) => holds(output, { "types.ts": "StrategyConfig" }),
  },
  {
    name: "@hey-api/openapi-ts: types, zod, client",
    node: newerNode,
    args: (output) => [
      `${benchFolder}node_modules/@hey-api/openapi-ts/bin/run.js`,
      ...["--input", contract, "--output", `${output}/hey`, "--silent", "--no-log-file"],
      ...["--plugins", "@hey-api/typescript", "@hey-api/sdk", "zod", "--client", "@hey-api/client-fetch"],
    ],
    check: (output) =>
      holds(`${output}/hey`, {
        "types.gen.ts": "StrategyConfig",
        "sdk.gen.ts": "/api/v1/instruments",
        "zod.gen.ts": "zStrategyConfig",
      }),
  },
];

/** Wall time of whole generator runs over the same contract, less what starting that Node costs by itself. */
export async function measureCodegen(quick: boolean): Promise<void> {
  const runs = quick ? 2 : 5;
  const figures: Figure[] = [];
  for (const { name, node, goal, args, check } of generators) {
    const output = await mkdtemp(join(tmpdir(), "tradepose-bench-"));
    try {
      const { median: startUp } = summary(await timeRuns(runs, node, ["--eval", ""]));
      const times = (await timeRuns(runs, node, args(output))).map((time) => time - startUp);
      await check(output);
      const note = `node ${(await run(node, ["--version"])).trim()}`;
      figures.push({ name, value: summary(times), unit: "ms", note, ...(goal !== undefined && { goal }) });
    } finally {
      await rm(output, { recursive: true, force: true });
    }
  }
  printFigures("generator, after the start of node", figures);
}

/** Every file must be there and hold its text. */
async function holds(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, expected] of Object.entries(files)) {
    const text = await readFile(join(folder, file), "utf8").catch(() => "");
    if (!text.includes(expected)) throw new Error(`the generated ${file} does not hold ${expected}`);
  }
}
