import type { ExprNode } from "../../expr/index.ts";
import type { Trigger } from "../../generated/models.ts";
import { knownText, latest, type Reads } from "./known.ts";
import { CLOSE, deadline, type Moment, momentOf, momentText } from "./moment.ts";
import { type ColumnReads, readsOf } from "./reads.ts";
import type { LintWarning } from "./warning.ts";

/** An expression of the strategy and the path of its field. */
export interface Placed {
  readonly path: string;
  readonly node: ExprNode;
}

/** A trigger whose expressions could be read. */
export interface ReadTrigger {
  readonly trigger: Trigger;
  readonly path: string;
  readonly conditions: readonly Placed[];
  readonly price: Placed;
}

/** A trigger, when it acts, and what decides that it fires. */
export interface TimedTrigger extends ReadTrigger {
  readonly moment: Moment;
  /** The time at which it is known whether it fires. */
  readonly decided: number;
}

/** What a trigger reads that is not known when its order acts. */
export function* lookAheads(timed: TimedTrigger, columns: ColumnReads): Generator<LintWarning> {
  const acts = `the ${timed.trigger.order_strategy} acts ${momentText(timed.moment)}`;
  for (const { path, node } of [...timed.conditions, timed.price]) {
    yield* warnings(readsOf(node, columns), deadline(timed.moment), path, acts);
  }
}

/** The volatility decides nothing, but it is reported, and what is reported of a bar must not change later. */
export function volatilityLookAheads({ path, node }: Placed, columns: ColumnReads): Iterable<LintWarning> {
  return warnings(readsOf(node, columns), CLOSE, path, "the trades of the bar report it");
}

function* warnings(reads: Reads, limit: number, path: string, acts: string): Generator<LintWarning> {
  for (const { known, what, remedy } of reads) {
    if (known <= limit) continue;
    yield { rule: "look-ahead", path, reason: `${what}, known ${knownText(known)}; ${acts}`, remedy };
  }
}

/** When a trigger acts and by when it is decided. */
export function timed(read: ReadTrigger, columns: ColumnReads): TimedTrigger {
  const times = [...read.conditions, read.price].map(({ node }) => latest(readsOf(node, columns)));
  return {
    ...read,
    moment: momentOf(read.trigger.order_strategy, read.price.node),
    decided: Math.max(...times),
  };
}
