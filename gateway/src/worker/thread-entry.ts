/** The file that a thread runs and the Node options it needs to run it. */
export interface ThreadEntry {
  readonly url: string;
  readonly execArgv: readonly string[];
}

/**
 * The file `name` beside the module `from`: `thread.ts` when the sources run, `thread.mjs` in the built package.
 * A thread does not inherit what lets its parent run TypeScript, so it is given its own.
 */
export function threadEntry(name: string, from: string): ThreadEntry {
  if (!from.endsWith(".ts")) return { url: new URL(`./${name}.mjs`, from).href, execArgv: [] };
  const loader = new URL("./register-typescript.mjs", import.meta.url).href;
  return { url: new URL(`./${name}.ts`, from).href, execArgv: ["--conditions=source", "--import", loader] };
}
