import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { benchFolder, requireBuild } from "./command.ts";
import { type Figure, printFigures } from "./report.ts";

/** Not counted: the user has them anyway, or they are loaded on first use. */
const external = ["zod", "undici", "nodejs-polars"];

const all = (subpath: string): string => `export * from "tradepose-client/${subpath}";`;
const strategy = `export {
  BlueprintBuilder, Freq, Indicator, OrderStrategy, StrategyBuilder, TradeDirection,
} from "tradepose-client/builder";`;
const client = `export { TradePoseClient } from "tradepose-client/client";`;

const measured: readonly { name: string; program: string; goal?: number }[] = [
  { name: "builder", program: all("builder"), goal: 10 },
  { name: "client", program: all("client"), goal: 20 },
  { name: "builder and client", program: all("builder") + all("client"), goal: 28 },
  { name: "a program that builds a strategy", program: strategy },
  { name: "one that sends it too", program: strategy + client },
];

/**
 * What a bundle of everything that a subpath exports weighs, what one of the usual names, and which packages and
 * folders weigh most. A bundle is one file: parts of our own that load on first use are in it too.
 */
export async function measureSizes(quick: boolean): Promise<void> {
  requireBuild();
  const figures: Figure[] = [];
  const parts: string[] = [];
  for (const { name, program, goal } of measured) {
    const { minified, zipped, heaviest } = await bundleOf(program);
    const note = `${kilobytes(minified).toFixed(1)} kB minified`;
    figures.push({
      name: `${name}, gzipped`,
      value: kilobytes(zipped),
      unit: "kB",
      note,
      ...(goal && { goal }),
    });
    parts.push(`  ${name}: ${heaviest.slice(0, quick ? 8 : 16).join(", ")}`);
  }
  printFigures(`bundle size, minified by esbuild, without ${external.join(", ")}`, figures);
  console.log(`heaviest sources (kB minified, before gzip)\n${parts.join("\n")}`);
}

const kilobytes = (bytes: number): number => bytes / 1_000;

async function bundleOf(program: string) {
  const bundle = (conditions: readonly string[]) =>
    build({
      stdin: { contents: program, resolveDir: benchFolder },
      absWorkingDir: benchFolder,
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      format: "esm",
      platform: "node",
      target: "es2022",
      external,
      conditions: [...conditions],
    });
  const { outputFiles } = await bundle([]);
  const { contents } = outputFiles[0]!;
  if (contents.length < 1_000) throw new Error(`bundled to nothing: ${program}`);
  // dist/ joins many sources in few files; the same bundle of the sources tells which of them weigh.
  const { metafile } = await bundle(["source"]);
  const groups = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(Object.values(metafile.outputs)[0]!.inputs)) {
    const group = groupOf(path);
    groups.set(group, (groups.get(group) ?? 0) + bytesInOutput);
  }
  const heaviest = [...groups]
    .sort(([, a], [, b]) => b - a)
    .map(([group, bytes]) => `${group} ${kilobytes(bytes).toFixed(1)}`);
  return { minified: contents.length, zipped: gzipSync(contents, { level: 9 }).length, heaviest };
}

/** A package, a folder of ours with many small files, or one of the big generated files. */
function groupOf(path: string): string {
  const [, dependency] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
  if (dependency !== undefined) return dependency;
  const own = path.replace(/^.*src\//, "");
  return /^generated\/[^/]+$/.test(own) ? own : own.replace(/\/[^/]+$/, "/");
}
