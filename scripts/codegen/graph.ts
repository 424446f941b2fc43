import type { Schema } from "./ir.ts";
import { childrenOf } from "./read/check.ts";

/** Names of the schemas that a schema refers to, directly or in its inline parts. */
export function referencesOf(schema: Schema): string[] {
  return schema.kind === "ref" ? [schema.name] : childrenOf(schema).flatMap(referencesOf);
}

/**
 * The schemas in an order in which each follows those it refers to, as far as cycles allow. Within a cycle objects come
 * before unions, so that only references inside objects point forward: a union needs its members at once, a property
 * can wait.
 */
export function dependencyOrder(schemas: ReadonlyMap<string, Schema>): [name: string, schema: Schema][] {
  const references = new Map([...schemas].map(([name, schema]) => [name, referencesOf(schema)]));
  return components(references).flatMap((names) => {
    const entries = [...schemas].filter(([name]) => names.includes(name));
    const isObject = ([, { kind }]: [string, Schema]): boolean => kind === "object";
    return [...entries.filter(isObject), ...entries.filter((entry) => !isObject(entry))];
  });
}

/** Strongly connected components, dependencies first (R. Tarjan, "Depth-first search and linear graph algorithms", 1972). */
export function components(references: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const stack: string[] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();

  const visit = (name: string): number => {
    const own = index.size;
    let lowest = own;
    index.set(name, own);
    stack.push(name);
    for (const next of references.get(name) ?? []) {
      if (!index.has(next)) lowest = Math.min(lowest, visit(next));
      else if (stack.includes(next)) lowest = Math.min(lowest, low.get(next) ?? index.get(next) ?? own);
      low.set(name, lowest);
    }
    if (lowest === own) found.push(stack.splice(stack.indexOf(name)));
    return lowest;
  };

  for (const name of references.keys()) if (!index.has(name)) visit(name);
  return found;
}
