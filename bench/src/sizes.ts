import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { benchFolder, requireBuild } from "./command.ts";
import { type Figure, printFigures } from "./report.ts";

/** Not counted: the user has them anyway, or they are loaded on first use. */
const external = ["zod", "undici", "nodejs-polars"];

const measured = [
  { name: "builder", subpaths: ["builder"], goal: 10 },
  { name: "client", subpaths: ["client"], goal: 20 },
  { name: "builder and client", subpaths: ["builder", "client"], goal: 28 },
];

/** What a bundle of everything that a subpath exports weighs, and which packages and folders weigh most. */
export async function measureSizes(quick: boolean): Promise<void> {
  requireBuild();
  const figures: Figure[] = [];
  const parts: string[] = [];
  for (const { name, subpaths, goal } of measured) {
    const { minified, zipped, heaviest } = await bundleOf(subpaths);
    const note = `${kilobytes(minified).toFixed(1)} kB minified`;
    figures.push({ name: `${name}, gzipped`, value: kilobytes(zipped), unit: "kB", goal, note });
    parts.push(`  ${name}: ${heaviest.slice(0, quick ? 8 : 16).join(", ")}`);
  }
  printFigures(`bundle size, minified by esbuild, without ${external.join(", ")}`, figures);
  console.log(`heaviest sources (kB minified, before gzip)\n${parts.join("\n")}`);
}

const kilobytes = (bytes: number): number => bytes / 1_000;

async function bundleOf(subpaths: readonly string[]) {
  const lines = subpaths.map((subpath) => `export * from "tradepose-client/${subpath}";`);
  const bundle = (conditions: readonly string[]) =>
    build({
      stdin: { contents: lines.join("\n"), resolveDir: benchFolder },
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
  if (contents.length < 1_000) throw new Error(`${subpaths.join(", ")} bundled to nothing`);
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
