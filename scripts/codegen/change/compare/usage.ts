import { referencesOf } from "../../graph.ts";
import type { Contract, Schema } from "../../ir.ts";

/** Which way a value travels: callers write requests and read responses. */
export type Direction = "request" | "response";

/** The ways in which each named schema travels; a schema that no operation reaches has none. */
export function usageOf(contract: Contract): ReadonlyMap<string, ReadonlySet<Direction>> {
  const usage = new Map<string, Set<Direction>>();
  const visit = (schema: Schema, direction: Direction): void => {
    for (const name of referencesOf(schema)) {
      const directions = usage.get(name) ?? new Set<Direction>();
      usage.set(name, directions);
      if (directions.has(direction)) continue;
      directions.add(direction);
      const target = contract.schemas.get(name);
      if (target !== undefined) visit(target, direction);
    }
  };
  for (const { parameters, body, responses } of contract.operations) {
    for (const { schema } of parameters) visit(schema, "request");
    if (body !== undefined) visit(body.schema, "request");
    for (const { schema } of responses) if (schema !== undefined) visit(schema, "response");
  }
  return usage;
}
