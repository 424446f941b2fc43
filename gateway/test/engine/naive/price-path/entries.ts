import { type Ask, isDelayedEntry, isOnBar } from "./asks.ts";
import { type Moment, moments, type PathBar, type Side } from "./model.ts";
import { isDue, lowFirst, reachedOn } from "./paths.ts";
import { type Hit, hitAt, hitAtOpen } from "./positions.ts";

/** When the base position begins and ends on this bar; null where it does not. */
export interface BaseOnBar {
  readonly entered: Moment | null;
  readonly left: Moment | null;
}

/** Goes through the bar and takes the first entry that may act when its moment comes. */
export function findEntry(asks: readonly Ask[], bar: PathBar, side: Side, base: BaseOnBar): Hit | null {
  const delayed = asks.filter(isDelayedEntry);

  const atOpen = asks.find((ask) => {
    if (!mayAct(ask, "open", base)) return false;
    return isDelayedEntry(ask) ? isDue(ask, bar.open, side) : ask.moment === "open";
  });
  if (atOpen !== undefined) return hitAtOpen(atOpen, bar.open);

  // A blueprint has one kind of delayed entry, all on the same side of the open: both ways reach them in one order.
  const reached = reachedOn(lowFirst(bar), delayed, side).find((ask) => mayAct(ask, "inside", base));
  if (reached !== undefined) return hitAt(reached, "inside");

  for (const moment of ["inside", "close"] as const) {
    const signal = asks.find(
      (ask) =>
        !isDelayedEntry(ask) && ask.moment === moment && isOnBar(ask, bar) && mayAct(ask, moment, base),
    );
    if (signal !== undefined) return hitAt(signal, moment);
  }
  return null;
}

/** A signal could have acted, but its price is not on the bar. */
export function isRejection(asks: readonly Ask[], bar: PathBar, base: BaseOnBar): boolean {
  return asks.some((ask) => !isDelayedEntry(ask) && !isOnBar(ask, bar) && mayAct(ask, ask.moment, base));
}

function mayAct(ask: Ask, moment: Moment, { entered, left }: BaseOnBar): boolean {
  const at = moments.indexOf(moment);
  if (left !== null && at >= moments.indexOf(left)) return false;
  if (entered === null) return true;
  if (isDelayedEntry(ask)) return entered === "open";
  if (moment === "inside" && entered === "inside") return false;
  return at >= moments.indexOf(entered);
}
