import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bindStrategy } from "../../../src/engine/binding/bind.ts";
import type { BoundBlueprint, StrategyPlan, TriggerPlan } from "../../../src/engine/plan.ts";
import { simulateStrategy } from "../../../src/engine/simulation/strategy.ts";
import { arbitraryBars } from "../bars-of.ts";
import {
  blueprint,
  column,
  compare,
  marketOf,
  member,
  number,
  seriesOf,
  strategy,
  trigger,
  type Wire,
} from "../binding/market-of.ts";
import { options, plan } from "./arbitrary.ts";
import { type BlueprintSpec, type OrderSpec, type PlanSpec, planOf } from "./support.ts";

const runs = { numRuns: 300 };

/** The walk over every bar: told nothing of where triggers cannot fire, nor that a context is not read. */
function onEveryBar(plan: StrategyPlan): StrategyPlan {
  const untold = ({ mayFire: _, ...trigger }: TriggerPlan): TriggerPlan => trigger;
  const bare = ({ plan, context }: BoundBlueprint): BoundBlueprint => ({
    plan: { ...plan, entries: plan.entries.map(untold), exits: plan.exits.map(untold) },
    context,
  });
  return { ...plan, base: bare(plan.base), advanced: plan.advanced.map(bare) };
}

/** The same plan, told the rows of the orders that name theirs, and for some of the others that all may fire. */
function told(spec: PlanSpec): StrategyPlan {
  const plan = planOf(spec);
  const { length } = plan.bars;
  const tell = (triggers: readonly TriggerPlan[], orders: readonly OrderSpec[] = []): TriggerPlan[] =>
    triggers.map((trigger, at) => {
      const { rows, priority } = orders[at]!;
      if (typeof rows === "function" || rows === undefined) {
        return priority === 1 ? trigger : { ...trigger, mayFire: new Uint8Array(length).fill(1) };
      }
      const mayFire = new Uint8Array(length);
      for (const row of rows) mayFire[row] = 1;
      return { ...trigger, mayFire };
    });
  const tellBoth = (bound: BoundBlueprint, { entries, exits }: BlueprintSpec): BoundBlueprint => ({
    ...bound,
    plan: {
      ...bound.plan,
      entries: tell(bound.plan.entries, entries),
      exits: tell(bound.plan.exits, exits),
    },
  });
  return {
    ...plan,
    base: tellBoth(plan.base, spec.base),
    advanced: plan.advanced.map((bound, at) => tellBoth(bound, spec.advanced![at]!)),
  };
}

const contextsOf = ({ base, advanced }: StrategyPlan) => [base, ...advanced].map(({ context }) => context);

describe("passing over the bars on which nothing can fire", () => {
  it("gives what the walk over every bar gives: every trade, pending entry, rejection and context row", () => {
    fc.assert(
      fc.property(plan, options, fc.constantFrom<1 | -1>(1, -1), (long, options, direction) => {
        const spec: PlanSpec = { ...long, direction };
        const [jumping, walking] = [told(spec), onEveryBar(planOf(spec))];
        expect(simulateStrategy(jumping, options)).toEqual(simulateStrategy(walking, options));
        expect(contextsOf(jumping)).toEqual(contextsOf(walking));
      }),
      runs,
    );
  });
});

const level = fc.integer({ min: 4, max: 36 }).map((steps) => number(steps / 4));
const price = fc.constantFrom("open", "high", "low", "close").map(column);
const comparison = fc.constantFrom("Gt", "GtEq", "Lt", "LtEq");
const onBars = fc
  .tuple(price, comparison, fc.oneof(price, level))
  .map(([left, op, right]) => compare(left, op, right));
const inPosition = (context: string) =>
  fc
    .tuple(fc.constantFrom("bars_since_entry", "position_entry_price"), comparison, fc.nat(6))
    .map(([name, op, than]) => compare(member(context, name), op, number(than)));

/** Decided by bars, mostly, or by a position. */
const conditions = (context: string) =>
  fc.array(fc.oneof({ weight: 4, arbitrary: onBars }, { weight: 1, arbitrary: inPosition(context) }), {
    maxLength: 2,
  });

const prices = (context: string) =>
  fc.oneof(
    price,
    fc
      .tuple(price, fc.integer({ min: -8, max: 8 }))
      .map(([from, steps]) => compare(from, "Plus", number(steps / 4))),
    fc
      .integer({ min: -8, max: 8 })
      .map((steps) => compare(member(context, "position_entry_price"), "Plus", number(steps / 4))),
  );

const triggers = (orders: readonly string[], context: string): fc.Arbitrary<Wire[]> =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...orders), prices(context), conditions(context), fc.integer({ min: 1, max: 3 }))
      .map(([order, price, conditions, priority]) => trigger(order, price, conditions, priority)),
    { maxLength: 2 },
  );

const parts = fc.record({
  baseEntries: fc
    .tuple(price, fc.array(onBars, { maxLength: 2 }))
    .map(([at, conditions]) => [trigger("ImmediateEntry", at, conditions)]),
  baseExits: triggers(["ImmediateExit"], "base_trading_context"),
  entries: triggers(["ImmediateEntry", "FavorableDelayEntry"], "base_trading_context"),
  exits: triggers(
    ["ImmediateExit", "StopLoss", "TakeProfit", "TimeoutExit"],
    "advanced_exit_trading_context",
  ),
  entryFirst: fc.boolean(),
  direction: fc.constantFrom("Long", "Short"),
});

describe("a bound strategy", () => {
  it("gives the same trades whether its walk is told where triggers cannot fire or not", () => {
    let passedOver = 0;
    let unrecorded = 0;
    fc.assert(
      fc.property(arbitraryBars(80), parts, options, (bars, parts, options) => {
        fc.pre(bars.length > 0);
        const { baseEntries, baseExits, entries, exits, entryFirst, direction } = parts;
        const rest = { direction, entry_first: entryFirst };
        const config = strategy({
          base_blueprint: blueprint(baseEntries, baseExits, rest),
          advanced_blueprints: [blueprint(entries, exits, { ...rest, name: "risk" })],
        });
        const market = marketOf(seriesOf("X", "1h", bars));
        const bind = (): StrategyPlan => {
          const bound = bindStrategy(config, market, { start: "1970-01-01", end: "1970-12-31" });
          if (bound.plan === undefined) throw new Error(JSON.stringify(bound.problems));
          return bound.plan;
        };
        const jumping = bind();
        if (jumping.base.plan.entries[0]!.mayFire?.includes(0)) passedOver++;
        if (jumping.base.isContextRead === false) unrecorded++;
        expect(simulateStrategy(jumping, options)).toEqual(simulateStrategy(onEveryBar(bind()), options));
      }),
      runs,
    );
    expect(Math.min(passedOver, unrecorded), "a shortcut never taken proves nothing").toBeGreaterThan(10);
  });
});
