#!/usr/bin/env node
import { existsSync } from "node:fs";
import { register } from "node:module";

// In the repository the sources run as they are; the published package has no sources and runs its build.
const source = new URL("../src/cli/main.ts", import.meta.url);
const fromSource = existsSync(source);
if (fromSource) {
  const resolve = `export const resolve = (specifier, context, next) =>
    next(specifier, { ...context, conditions: [...context.conditions, "source"] });`;
  register(`data:text/javascript,${encodeURIComponent(resolve)}`);
  const tsx = await import("tsx/esm/api");
  tsx.register();
}
const { main } = await import(fromSource ? source.href : new URL("../dist/cli.mjs", import.meta.url).href);
process.exit(await main(process.argv));
