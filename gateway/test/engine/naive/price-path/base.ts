import { asksOf, isOnBar, levelsOf } from "./asks.ts";
import { excursionsOf } from "./excursions.ts";
import type { PathFill, PathLevels, PathOptions, PathResult, PathStrategy, PathTrade } from "./model.ts";
import { entryTrade, exitTrade, fillOf, hitAt, lastClose, noPosition, showPosition } from "./positions.ts";

/** The base blueprint: signals alone, one action a bar. */
export function walkBase(strategy: PathStrategy, options: PathOptions): PathResult {
  const { bars, side, base, slippage, entryFirst } = strategy;
  const context = noPosition(bars.length);
  const trades: PathTrade[] = [];
  let rejectedEntries = 0;
  let position: { entry: PathFill; entryHypos: PathLevels } | null = null;

  for (let row = strategy.firstRow; row < bars.length; row++) {
    const bar = bars[row]!;
    if (position !== null) showPosition(context, row, position.entry, bars, options);
    const entries = asksOf(base.entries, row, context, context);
    const exits = asksOf(base.exits, row, context, context);
    const bothSignals = entries.length > 0 && exits.length > 0;

    if (position === null) {
      if (entries.length === 0 || (bothSignals && !entryFirst)) continue;
      const ask = entries.find((entry) => isOnBar(entry, bar));
      if (ask === undefined) {
        rejectedEntries++;
        continue;
      }
      const entry = fillOf(hitAt(ask, ask.moment), row, entryTrade(side), slippage);
      position = { entry, entryHypos: levelsOf(entries, side) };
      showPosition(context, row, entry, bars, options);
    } else {
      if (bothSignals && entryFirst) continue;
      const ask = exits.find((exit) => isOnBar(exit, bar));
      if (ask === undefined) continue;
      const exit = fillOf(hitAt(ask, ask.moment), row, exitTrade(side), slippage);
      trades.push(tradeOf(strategy, position, exit, levelsOf(exits, side)));
      position = null;
    }
  }

  if (position !== null) {
    const exits = asksOf(base.exits, bars.length - 1, context, context);
    const end = options.endOfData === "close" ? lastClose(bars) : undefined;
    trades.push(tradeOf(strategy, position, end, levelsOf(exits, side)));
  }
  return { trades, pending: undefined, rejectedEntries, context };
}

function tradeOf(
  { bars, side }: PathStrategy,
  { entry, entryHypos }: { entry: PathFill; entryHypos: PathLevels },
  exit: PathFill | undefined,
  exitHypos: PathLevels,
): PathTrade {
  const excursions = excursionsOf(bars, side, entry, exit);
  return { entry, exit, baseEntry: entry, entryHypos, exitHypos, excursions, ambiguous: false };
}
