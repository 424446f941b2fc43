import { type Ask, isLevel, isOnBar, isStop, isTarget, reachedBy } from "./asks.ts";
import type { Moment, PathBar, PathOptions, Side } from "./model.ts";
import { highFirst, isDue, lowFirst, pathOf, pathsAfter, reachedOn } from "./paths.ts";
import { type Hit, hitAt, hitAtOpen } from "./positions.ts";

/** What happens to a position on a bar: an own order takes it out, the base does, or nothing. */
export interface BarEnd {
  readonly by: Hit | "base" | null;
  /** The bar cannot tell what happened first. */
  readonly doubtful: boolean;
}

const nothing: BarEnd = { by: null, doubtful: false };

/** A position that is in the market from the open on: event by event, until one takes it out. */
export function walkHeldBar(
  asks: readonly Ask[],
  bar: PathBar,
  side: Side,
  baseLeaves: Moment | null,
  { intrabar, stopsBeforeSignals }: PathOptions,
): BarEnd {
  const levels = asks.filter(isLevel);
  const dueAtOpen = asks.filter((ask) => (isLevel(ask) ? isDue(ask, bar.open, side) : ask.moment === "open"));

  const atOpen = (): BarEnd => {
    const [first] = dueAtOpen;
    return first === undefined ? nothing : { by: hitAtOpen(first, bar.open), doubtful: false };
  };
  const levelsInside = (): BarEnd => {
    const [first] = reachedOn(pathOf(bar, side, intrabar), levels, side);
    if (first === undefined) return nothing;
    const [oneWay] = reachedOn(lowFirst(bar), levels, side);
    const [otherWay] = reachedOn(highFirst(bar), levels, side);
    return { by: hitAt(first, "inside"), doubtful: oneWay !== otherWay };
  };
  const signals = (moment: Moment) => (): BarEnd => {
    const hit = signalAt(moment, asks, bar);
    return hit === null ? nothing : { by: hit, doubtful: false };
  };
  const base = (moment: Moment) => (): BarEnd =>
    baseLeaves === moment ? { by: "base", doubtful: false } : nothing;

  const events = [
    atOpen,
    base("open"),
    levelsInside,
    signals("inside"),
    base("inside"),
    signals("close"),
    base("close"),
  ];
  if (stopsBeforeSignals && !dueAtOpen.some(isLevel)) events.unshift(levelsInside);
  for (const event of events) {
    const end = event();
    if (end.by !== null) return end;
  }
  return nothing;
}

/**
 * A position that a fill inside this bar began. A level is taken when price reaches it on every way the bar can have
 * gone on, but a target not when a stop may have come first. A level that price was at or through when the position
 * began is never taken: when it was met is not known. What the bar touches and is not taken leaves a doubt.
 */
export function walkRestOfEntryBar(asks: readonly Ask[], bar: PathBar, side: Side, entry: Hit): BarEnd {
  const levels = asks.filter(isLevel);
  const due = levels.filter((level) => isDue(level, entry.price, side));
  const waiting = levels.filter((level) => !due.includes(level));
  const cameBy = isLevel(entry.ask) ? reachedBy(entry.ask, side) : "signal";
  const ways = pathsAfter(entry.price, bar, cameBy).map((path) => reachedOn(path, waiting, side));

  const stopMayComeBefore = (target: Ask): boolean =>
    due.some(isStop) || ways.some((reached) => reached.slice(0, reached.indexOf(target)).some(isStop));
  const isCertain = (level: Ask): boolean =>
    ways.every((reached) => reached.includes(level)) && !(isTarget(level) && stopMayComeBefore(level));

  const touched = waiting.filter((level) => ways.some((reached) => reached.includes(level)));
  const doubtful = due.length > 0 || !touched.every(isCertain);
  const taken = ways[0]!.find(isCertain);
  if (taken !== undefined) return { by: hitAt(taken, "inside"), doubtful };
  return { by: signalAt("close", asks, bar), doubtful };
}

/** By priority, the signal of a moment whose price is on the bar. */
function signalAt(moment: Moment, asks: readonly Ask[], bar: PathBar): Hit | null {
  const ask = asks.find((ask) => !isLevel(ask) && ask.moment === moment && isOnBar(ask, bar));
  return ask === undefined ? null : hitAt(ask, moment);
}
