import { CLOSE, NEVER, OPEN } from "./moment.ts";

/** A part of an expression and the time at which its value is known. */
export interface Read {
  /** As `moment.ts` counts times. */
  readonly known: number;
  /** The part, and what it holds: `close` is .... */
  readonly what: string;
  readonly remedy: string;
}

/** Everything an expression reads, each part once, at the latest time at which it is needed. */
export type Reads = readonly Read[];

export function latest(reads: Reads): number {
  return reads.reduce((time, { known }) => Math.max(time, known), Number.NEGATIVE_INFINITY);
}

/** The same parts, `rows` rows earlier. */
export function earlier(reads: Reads, rows: number): Reads {
  return reads.map((read) => ({ ...read, known: read.known - 2 * rows }));
}

/**
 * Reading `rows` rows ahead. That a later row exists is known when it begins, whatever is read there: at the end of
 * the data there is none.
 */
export function ahead(reads: Reads, rows: number, what: string, remedy: string): Reads {
  const known = Math.max(latest(reads), OPEN) + 2 * rows;
  return [...reads.filter((read) => read.known === NEVER), { known, what, remedy }];
}

/** Reading rows of which nobody knows how much later they are. */
export function unbounded(reads: Reads, what: string, remedy: string): Reads {
  return ahead(reads, NEVER, what, remedy);
}

/** Several lists as one; a part that stands in many counts with its latest time. */
export function together(lists: readonly Reads[]): Reads {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const byWhat = new Map<string, Read>();
  for (const read of lists.flat()) {
    const other = byWhat.get(read.what);
    if (other === undefined || other.known < read.known) byWhat.set(read.what, read);
  }
  return [...byWhat.values()];
}

/** When something is known, in words. */
export function knownText(known: number): string {
  if (known === NEVER) return "when later bars are there";
  if (known <= OPEN) return "when the bar opens";
  if (known === CLOSE) return "when the bar has closed";
  const bars = Math.floor(known / 2);
  return `${bars} ${bars === 1 ? "bar" : "bars"} later`;
}
