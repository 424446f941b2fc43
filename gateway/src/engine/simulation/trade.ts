import type { Direction } from "../plan.ts";
import type { Fill } from "./fill.ts";
import type { Hypos } from "./hypo.ts";

/** One position of a blueprint. */
export interface Trade {
  readonly entry: Fill;
  /** Undefined while the position is open. */
  readonly exit: Fill | undefined;
  /** Entry of the base position it lives in; a base trade's own entry. */
  readonly baseEntry: Fill;
  /** Of the entry bar. */
  readonly entryHypos: Hypos;
  /** Of the exit bar, or of the last bar while open. */
  readonly exitHypos: Hypos;
  /** A bar of this trade could not tell what happened first. */
  readonly ambiguous: boolean;
}

/** A delayed entry that is still working at the last bar of an open base position. */
export interface PendingEntry {
  readonly baseEntry: Fill;
  /** Of the last bar. */
  readonly entryHypos: Hypos;
}

/** What one blueprint did over the period, in order of base entry. */
export interface SimulatedBlueprint {
  readonly name: string;
  readonly direction: Direction;
  readonly trades: readonly Trade[];
  readonly pending: PendingEntry | undefined;
  /** Bars on which an Immediate entry fired and nothing filled because its price was not on the bar. */
  readonly rejectedEntries: number;
}
