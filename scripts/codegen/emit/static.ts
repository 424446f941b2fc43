import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { GeneratedFile } from "../source-file.ts";

const FOLDER = new URL("../static/", import.meta.url);
const header = (name: string): string =>
  `// Copied by \`npm run codegen\` from scripts/codegen/static/${name}. Do not edit here.\n\n`;

/**
 * Copies hand-written runtime beside the generated code that needs it. In its own folder it imports from `src/` by the
 * way there; the copy stands in `src/generated`, one step below.
 */
export function copyStatic(names: readonly string[]): Promise<GeneratedFile[]> {
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(fileURLToPath(new URL(name, FOLDER)), "utf8");
      const moved = text.replaceAll('"../../../src/generated/', '"./').replaceAll('"../../../src/', '"../');
      return { path: name, text: header(name) + moved };
    }),
  );
}
