import type { Contract } from "../../ir.ts";
import { broken, type Change, safe } from "../change.ts";
import { compareOperations } from "./operations.ts";
import { nameOf, SchemaComparison, type Scope } from "./schemas.ts";
import { compareTables } from "./tables.ts";
import { type Direction, usageOf } from "./usage.ts";

/**
 * Everything that differs between two contracts and that a caller could notice; descriptions are not.
 *
 * The verdicts are for someone who compiled against the old SDK: who calls its methods, builds what they send, reads
 * every field of what they give, and tells enums and unions apart to the last member.
 */
export function compareContracts(old: Contract, fresh: Contract): Change[] {
  const comparison = new SchemaComparison(old, fresh);
  compareOperations(old, fresh, comparison);
  const usage = usageOf(old);
  for (const [name, before] of old.schemas) {
    const after = fresh.schemas.get(name);
    if (after === undefined) {
      comparison.changes.push({
        kind: "removed",
        subject: "schema",
        place: name,
        what: nameOf(before),
        compile: broken(`\`${name}\` and \`${name}Model\` are not exported any more`),
        runtime: safe("judged where requests and answers hold it"),
      });
    } else comparison.named(name, before, after, scopeOf(usage.get(name)));
  }
  for (const [name, schema] of fresh.schemas) {
    if (old.schemas.has(name)) continue;
    comparison.changes.push({
      kind: "added",
      subject: "schema",
      place: name,
      what: nameOf(schema),
      compile: safe("nobody names it yet"),
      runtime: safe("judged where requests and answers hold it"),
    });
  }
  return [...comparison.changes, ...compareTables(old, fresh)];
}

/** Code can write a value of any exported type, though no request carries it. */
function scopeOf(directions: ReadonlySet<Direction> | undefined): Scope {
  return directions === undefined
    ? { types: new Set<Direction>(["request"]), values: new Set<Direction>() }
    : { types: directions, values: directions };
}
