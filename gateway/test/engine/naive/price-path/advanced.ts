import { asksOf, levelsOf } from "./asks.ts";
import { type BaseOnBar, findEntry, isRejection } from "./entries.ts";
import { excursionsOf } from "./excursions.ts";
import { type BarEnd, walkHeldBar, walkRestOfEntryBar } from "./exits.ts";
import type {
  PathBlueprint,
  PathFill,
  PathLevels,
  PathOptions,
  PathResult,
  PathStrategy,
  PathTrade,
} from "./model.ts";
import { entryTrade, exitTrade, fillOf, type Hit, lastClose, noPosition, showPosition } from "./positions.ts";

interface Entered {
  readonly hit: Hit;
  readonly fill: PathFill;
  readonly hypos: PathLevels;
}

/** One advanced blueprint over the trades of the base: at most one trade in each. */
export function walkAdvanced(
  strategy: PathStrategy,
  blueprint: PathBlueprint,
  base: PathResult,
  options: PathOptions,
): PathResult {
  const { bars, side, slippage } = strategy;
  const context = noPosition(bars.length);
  const trades: PathTrade[] = [];
  let pending: PathResult["pending"];
  let rejectedEntries = 0;
  const last = bars.length - 1;
  const entriesOn = (row: number) => asksOf(blueprint.entries, row, context, base.context);
  const exitsOn = (row: number) => asksOf(blueprint.exits, row, context, base.context);

  const enter = (row: number, home: PathTrade, baseOnBar: BaseOnBar): Entered | null => {
    if (blueprint.entries.length === 0) return enterWithBase(home.entry);
    const asks = entriesOn(row);
    const hit = findEntry(asks, bars[row]!, side, baseOnBar);
    if (hit !== null) {
      return { hit, fill: fillOf(hit, row, entryTrade(side), slippage), hypos: levelsOf(asks, side) };
    }
    if (isRejection(asks, bars[row]!, baseOnBar)) rejectedEntries++;
    return null;
  };

  const leaveEntryBar = (row: number, { hit }: Entered, left: BaseOnBar["left"]): BarEnd => {
    const own = options.entryBarExits === "certain";
    if (own && hit.moment === "open") return walkHeldBar(exitsOn(row), bars[row]!, side, left, options);
    const end: BarEnd =
      own && hit.moment === "inside"
        ? walkRestOfEntryBar(exitsOn(row), bars[row]!, side, hit)
        : { by: null, doubtful: false };
    return end.by === null && left !== null ? { ...end, by: "base" } : end;
  };

  for (const home of base.trades) {
    // A base position that only the data ends has no exit of its own.
    const homeExit = home.exit?.order === null ? undefined : home.exit;
    let entered: Entered | null = null;
    let exit: PathFill | undefined;
    let ambiguous = false;

    for (let row = home.entry.row; row <= (homeExit?.row ?? last) && exit === undefined; row++) {
      const entersHere = row === home.entry.row ? home.entry.moment : null;
      const left = homeExit !== undefined && row === homeExit.row ? homeExit.moment : null;
      let end: BarEnd;
      if (entered === null) {
        entered = enter(row, home, { entered: entersHere, left });
        if (entered === null) continue;
        showPosition(context, row, entered.fill, bars, options);
        end = leaveEntryBar(row, entered, left);
      } else {
        showPosition(context, row, entered.fill, bars, options);
        end = walkHeldBar(exitsOn(row), bars[row]!, side, left, options);
      }
      ambiguous ||= end.doubtful;
      if (end.by === "base") exit = homeExit;
      else if (end.by !== null) exit = fillOf(end.by, row, exitTrade(side), slippage);
    }

    if (entered === null) {
      const entryHypos = levelsOf(entriesOn(last), side);
      const waits = entryHypos.favorable !== undefined || entryHypos.adverse !== undefined;
      if (home.exit === undefined && waits) pending = { baseEntry: home.entry, entryHypos };
      continue;
    }
    if (exit === undefined && options.endOfData === "close") exit = lastClose(bars);
    const exitHypos = levelsOf(exitsOn(exit?.row ?? last), side);
    const withBase = exit !== undefined && exit === homeExit;
    trades.push({
      entry: entered.fill,
      exit,
      baseEntry: home.entry,
      entryHypos: entered.hypos,
      exitHypos: withBase ? { ...exitHypos, neutral: exitHypos.neutral ?? "ImmediateExit" } : exitHypos,
      excursions: excursionsOf(bars, side, entered.fill, exit),
      ambiguous,
    });
  }
  return { trades, pending, rejectedEntries, context };
}

/** Without entry triggers the base fill is the entry, whatever order it was. */
function enterWithBase(entry: PathFill): Entered {
  const ask = { name: "ImmediateEntry", price: entry.price, moment: entry.moment } as const;
  return {
    hit: { ask, moment: entry.moment, price: entry.price, gapFilled: false },
    fill: entry,
    hypos: { favorable: undefined, adverse: undefined, neutral: "ImmediateEntry" },
  };
}
