/**
 * Packs both packages, installs them into an empty project as a user would, and compiles and runs programs there: ES
 * modules and CommonJS, two resolutions, two compilers, three Nodes (matrix.ts), then the gateway's command.
 * Needs `npm run build` first and the npm registry: `npm run test:packed`. KEEP=1 leaves the project behind.
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { jsonProgram, quickstartProgram, subpathsProgram } from "./consumers.ts";
import { missingPairs, type Row, rows, valuesOf } from "./matrix.ts";
import { copyInto, install, pack, run, subpathsOf, temporaryFolder } from "./user-project.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const bars = join(repository, "node_modules/vega-datasets/data/sp500-2000.csv");
const started = performance.now();
const step = (what: string) =>
  console.log(`- ${((performance.now() - started) / 1_000).toFixed(0).padStart(3)} s  ${what}`);

let passed = 0;
function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(`packed package: ${what}`);
  passed++;
}

/** All rows must print the same; the first to come says what. */
const printed = new Map<string, { row: string; output: string }>();
function checkSame(program: string, row: string, output: string): void {
  const first = printed.get(program);
  if (first === undefined) printed.set(program, { row, output });
  else
    check(
      output === first.output,
      `${program} of ${row} differs from ${first.row}:\n${output}\n${first.output}`,
    );
}

async function packages(folder: string): Promise<string[]> {
  const packed = await Promise.all([pack(repository, folder), pack(join(repository, "gateway"), folder)]);
  const stray = packed
    .flatMap(({ files }) => files)
    .filter((path) => /(^|\/)(src|test|node_modules)\//.test(path));
  check(stray.length === 0, `the tarballs hold ${stray.join(", ")}`);
  return packed.map(({ tarball }) => tarball);
}

const installTools = (folder: string): Promise<string> =>
  install("tools", folder, [
    ...valuesOf("node").map((version) => `node-${version}@npm:node@${version}`),
    ...valuesOf("typescript").map((version) => `typescript-${version}@npm:typescript@${version}`),
  ]);

async function checkRow(row: Row, project: string, tools: string): Promise<void> {
  const name = `${row.format} ${row.resolution} typescript ${row.typescript} node ${row.node}`;
  const folder = join(project, name.replaceAll(" ", "-"));
  const node = join(tools, "node_modules", `node-${row.node}`, "bin/node");
  const tsc = join(tools, "node_modules", `typescript-${row.typescript}`, "bin/tsc");
  const subpaths = [
    ...(await subpathsOf(project, "tradepose-client")),
    ...(await subpathsOf(project, "tradepose-gateway")),
  ];
  const isJson = (subpath: string) => subpath.endsWith(".json");
  const typed = [
    subpathsProgram(
      row,
      subpaths.filter((subpath) => !isJson(subpath)),
    ),
    quickstartProgram(row, await readFile(join(repository, "examples/quickstart.ts"), "utf8")),
  ];
  const json = jsonProgram(row, subpaths.filter(isJson));

  await mkdir(folder);
  await copyInto(folder, [bars]);
  for (const { source, text } of typed) await writeFile(join(folder, source), text);
  await writeFile(join(folder, json.compiled), json.text);

  const module = { node16: "node16", bundler: row.format === "esm" ? "esnext" : "preserve" }[row.resolution];
  await run(folder, process.execPath, [
    ...[tsc, "--strict", "--exactOptionalPropertyTypes", "--target", "es2022", "--types", "node"],
    ...["--lib", "es2023,esnext.disposable", "--module", module, "--moduleResolution", row.resolution],
    ...typed.map(({ source }) => source),
  ]);
  passed++;

  check((await run(folder, node, ["--version"])) === `v${row.node}\n`, `${node} is not ${row.node}`);
  for (const { compiled } of [...typed, json]) {
    checkSame(compiled.replace(/\..*/, ""), name, await run(folder, node, [compiled]));
  }
  step(name);
}

/** Two at a time, for two cores; a failure waits for its neighbour, so that nothing runs on in a folder being removed. */
async function allInPairs<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let i = 0; i < items.length; i += 2) {
    const ended = await Promise.allSettled(items.slice(i, i + 2).map(work));
    for (const end of ended) if (end.status === "rejected") throw end.reason;
  }
}

function checkPrinted(): void {
  const { names, twice } = JSON.parse(printed.get("subpaths")?.output ?? "{}") as {
    names: Record<string, string[]>;
    twice: string[];
  };
  for (const [subpath, exported] of Object.entries(names))
    check(exported.length > 0, `${subpath} exports nothing`);
  check(twice.length === 0, `exported twice, as different objects: ${twice.join(", ")}`);
  const [contract] = JSON.parse(printed.get("json")?.output ?? "[]") as [
    { openapi?: string; paths?: object },
  ];
  check(
    contract.openapi?.startsWith("3.") === true && "/health" in (contract.paths ?? {}),
    "openapi.json is not the contract",
  );
  const quickstart = printed.get("quickstart")?.output ?? "";
  check(/supertrend[\s\S]*direction/.test(quickstart), `unexpected output of the quickstart:\n${quickstart}`);
}

async function checkCommand(project: string): Promise<void> {
  await copyInto(project, [bars]);
  const help = await run(project, "npx", ["tradepose-gateway", "--help"]);
  check(/serve/.test(help) && /import/.test(help), `unexpected help:\n${help}`);
  const report = await run(project, "npx", [
    ...["tradepose-gateway", "import", "sp500-2000.csv", "--data", "data"],
    ...["--instrument", "SP500", "--freq", "1D"],
  ]);
  check(/5,?105/.test(report), `unexpected report:\n${report}`);
  step("the command");
}

const folder = await temporaryFolder();
try {
  check(missingPairs().length === 0, `the matrix lacks ${missingPairs().join(", ")}`);
  const [project, tools] = await Promise.all([
    packages(folder).then((tarballs) => install("user", folder, [...tarballs, "@types/node@20.19.43"])),
    installTools(folder),
  ]);
  step("packed and installed, with three Nodes and two compilers");
  await allInPairs(rows, (row) => checkRow(row, project, tools));
  checkPrinted();
  await checkCommand(project);
} finally {
  if (process.env.KEEP === undefined) await rm(folder, { recursive: true, force: true });
  else console.log(folder);
}
console.log(`${passed} passed, 0 failed`);
