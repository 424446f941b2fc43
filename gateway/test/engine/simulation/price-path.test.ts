import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PathFill, PathTrade } from "../naive/price-path/index.ts";
import { options, plan } from "./arbitrary.ts";
import { imageOf, mirrorImage } from "./image.ts";
import type { PlanSpec } from "./support.ts";
import { byEngine, byPricePath } from "./two-simulators.ts";

const asLong = (long: PlanSpec): PlanSpec => long;
const asShort = (long: PlanSpec): PlanSpec => ({ ...imageOf(long, mirrorImage), direction: -1 });
/** A short with the levels of a long: every stop is through the price from the start, every target too. */
const asWrongShort = (long: PlanSpec): PlanSpec => ({ ...long, direction: -1 });
const sides = fc.constantFrom(asLong, asLong, asShort, asShort, asWrongShort);

const signals = ["ImmediateEntry", "ImmediateExit", "TimeoutExit"];
const levels = [
  "FavorableDelayEntry",
  "AdverseDelayEntry",
  "StopLoss",
  "TakeProfit",
  "TrailingStop",
  "Breakeven",
];
const everything = [
  ...signals.flatMap((order) => [`${order} open`, `${order} inside`, `${order} close`]),
  ...levels.flatMap((order) => [`${order} open`, `${order} open gap`, `${order} inside`]),
  "end of data close",
  "entry and exit on one bar",
  "doubt on the entry bar",
  "doubt later",
];

describe("the engine and the naive walk along the price path", () => {
  it("agree on every trade, level, excursion, flag, rejection, pending order and context row", () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(plan, sides, options, fc.nat(3), (long, seenAs, options, lead) => {
        const spec = { ...seenAs(long), fromRow: Math.min(lead, long.candles.length - 1) };
        const walked = byPricePath(spec, options);
        expect(byEngine(spec, options)).toEqual(walked);
        for (const trade of walked.slice(1).flatMap(({ trades }) => trades)) {
          for (const event of eventsOf(trade)) met.add(event);
        }
      }),
      { numRuns: 1_000 },
    );
    expect([...met].sort(), "an event that no draw has shown proves nothing").toEqual(everything.sort());
  });
});

function eventsOf({ entry, exit, ambiguous }: PathTrade): string[] {
  const fillIn = ({ order, moment, gapFilled }: PathFill): string =>
    `${order ?? "end of data"} ${moment}${gapFilled ? " gap" : ""}`;
  const events = [fillIn(entry)];
  if (exit !== undefined) events.push(fillIn(exit));
  const oneBar = exit?.row === entry.row;
  if (oneBar) events.push("entry and exit on one bar");
  if (ambiguous) events.push(oneBar ? "doubt on the entry bar" : "doubt later");
  return events;
}
