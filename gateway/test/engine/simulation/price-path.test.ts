import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PathTrade } from "../naive/price-path/index.ts";
import { options, plan } from "./arbitrary.ts";
import { imageOf, mirrorImage } from "./image.ts";
import type { PlanSpec } from "./support.ts";
import { byEngine, byPricePath } from "./two-simulators.ts";

/** Long, the mirrored short, and a short with a long's levels: stops that are through from the start. */
const sides = fc.constantFrom<(long: PlanSpec) => PlanSpec>(
  (long) => long,
  (long) => ({ ...imageOf(long, mirrorImage), direction: -1 }),
  (long) => ({ ...long, direction: -1 }),
);

describe("the engine and the naive walk along the price path", () => {
  it("agree on every trade, level, flag, rejection, pending order and context row", () => {
    fc.assert(
      fc.property(plan, sides, options, (long, seenFrom, options) => {
        const spec = seenFrom(long);
        expect(byEngine(spec, options)).toEqual(byPricePath(spec, options));
      }),
      { numRuns: 1_000 },
    );
  });
});
const count = new Map<string, number>();
it("cov", () => {
  let n = 0;
  fc.assert(
    fc.property(plan, sides, options, (long, seenFrom, options) => {
      const [, ...adv] = byPricePath(seenFrom(long), options);
      for (const a of adv)
        for (const t of a.trades) {
          n++;
          for (const w of words(t)) count.set(w, (count.get(w) ?? 0) + 1);
        }
    }),
    { numRuns: 2000 },
  );
  console.log(
    n,
    [...count].sort((a, b) => a[1] - b[1]),
  );
});
function words({ entry, exit, ambiguous }: PathTrade): string[] {
  const w = [`${entry.order} ${entry.moment} ${entry.gapFilled}`];
  if (exit) {
    w.push(`${exit.order} ${exit.moment} ${exit.gapFilled} ${exit.row === entry.row}`);
  }
  w.push(`amb ${ambiguous} ${exit?.row === entry.row}`);
  return w;
}
