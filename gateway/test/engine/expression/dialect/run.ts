/**
 * `npm run test:polars-dialect [runs]`: random expressions against nodejs-polars 0.22.2, which is Rust Polars 0.51, the
 * dialect that the SDK writes, and more of them against the installed version. npm does not have every platform's
 * binary of 0.22.2, so it is installed into a temporary folder and never enters the lock file.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import installed from "nodejs-polars";
import "../../../../../test/property-seed.ts";
import type { PolarsBuild } from "./build.ts";
import { rust051, rust053 } from "./dialects.ts";
import { proveAgreement } from "./proof.ts";

const VERSION = "0.22.2";
const runs = Number(process.argv[2] ?? 20);

const folder = mkdtempSync(join(tmpdir(), "polars-dialect-"));
try {
  prove(rust051(await polars051()));
  prove(rust053(installed));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function prove(build: PolarsBuild): void {
  console.log(build.name);
  for (const [name, assertIt] of proveAgreement(build, runs)) {
    const start = performance.now();
    assertIt();
    console.log(`  ${name}: agrees (${Math.round((performance.now() - start) / 1000)} s)`);
  }
}

async function polars051(): Promise<typeof installed> {
  const flags = ["--prefix", folder, "--no-audit", "--no-fund", "--no-save", "--loglevel", "error"];
  try {
    execFileSync("npm", ["install", ...flags, `nodejs-polars@${VERSION}`], { stdio: "inherit" });
    const require = createRequire(join(folder, "index.js"));
    // A second copy of the same package, whose types are those of the installed one.
    const loaded = require("nodejs-polars") as typeof installed & { readonly default?: typeof installed };
    return loaded.default ?? loaded;
  } catch (cause) {
    const platform = `${process.platform}-${process.arch}`;
    throw new Error(
      `nodejs-polars ${VERSION} cannot be installed and loaded on ${platform}: the expressions are NOT checked against Rust Polars 0.51. Run this where npm has its binary, such as linux-x64 with glibc.`,
      { cause },
    );
  }
}
