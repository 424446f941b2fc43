import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

// Starts main.ts. tsx could do that too, but it looks into every dependency on the way, and there are 18 MB of compilers
// among them. esbuild joins the generator's own sources in a blink; node then requires the dependencies as they are.

const main = fileURLToPath(new URL("main.ts", import.meta.url));

/** Modules find their files by `import.meta.url`, which a bundle has only one of. */
const ownUrls = {
  name: "own-urls",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      return {
        loader: "ts",
        contents: text.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      };
    });
  },
};

const folder = await mkdtemp(join(tmpdir(), "codegen-run-"));
try {
  const outfile = join(folder, "main.cjs");
  await build({
    entryPoints: [main],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "cjs",
    sourcemap: "inline",
    // Dependencies are looked up from here, not from the folder of the bundle.
    banner: { js: `require = require("node:module").createRequire(${JSON.stringify(main)});` },
    plugins: [ownUrls],
  });
  process.setSourceMapsEnabled(true);
  createRequire(main)(outfile);
} finally {
  await rm(folder, { recursive: true });
}
