import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const repository = fileURLToPath(new URL("../../", import.meta.url));

export interface Bundle {
  readonly text: string;
  /** Files that went in, relative to the repository. */
  readonly inputs: readonly string[];
}

/** Bundles for the browser what `code` imports: a Node module on the way is an error that names it. */
export async function bundle(code: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" },
    absWorkingDir: repository,
    bundle: true,
    write: false,
    metafile: true,
    platform: "browser",
    format: "iife",
    globalName: "bundled",
    logLevel: "silent",
  });
  return { text: outputFiles[0]!.text, inputs: Object.keys(metafile.inputs) };
}
