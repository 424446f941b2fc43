import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Example } from "./examples.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every `@example` of every docstring in the hand-written and generated sources of the client, in order. */
export function docstringExamples(): readonly Example[] {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .flatMap((path) => examplesOf(`src/${path}`, readFileSync(join(root, "src", path), "utf8")));
}

/** The examples of one source. */
export function examplesOf(file: string, source: string): readonly Example[] {
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(({ 0: comment, index }) => {
    const firstLine = source.slice(0, index).split("\n").length;
    const lines = comment
      .slice(3, -2)
      .split("\n")
      .map((line) => line.replace(/^\s*\* ?/, ""));
    const starts = lines.flatMap((line, number) => (/^\s?@example\b/.test(line) ? [number] : []));
    return starts.map((start) => {
      const end = lines.findIndex((line, number) => number > start && /^@\w/.test(line));
      const body = lines.slice(start, end === -1 ? undefined : end).join("\n");
      const code = body.replace(/^\s?@example/, "").replace(/^\s*```\w*\n([\s\S]*?)```\s*$/, "$1");
      return { where: `${file}:${firstLine + start}`, code: code.trim() };
    });
  });
}
