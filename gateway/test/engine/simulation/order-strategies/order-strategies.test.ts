import { OrderStrategy } from "tradepose-client/models";
import { describe, expect, it } from "vitest";
import type { Policy, Side } from "../../naive/price-path/index.ts";
import { type Case, simulateCase, walkCase } from "../case.ts";
import type { OrderSpec } from "../support.ts";
import { nameOf } from "../two-simulators.ts";
import { policies, type Row, type Situation, sides, situations, type Table, tradesOf } from "./matrix.ts";
import { tables } from "./tables.ts";

/** One row on one side under one policy. */
interface Check {
  readonly table: Table;
  readonly situation: Situation;
  readonly row: Row;
  readonly side: Side;
  readonly policy: Policy;
}

const checks: readonly Check[] = tables.flatMap((table) =>
  situations.flatMap((situation) => {
    const rows = table.cells[situation];
    if (typeof rows === "string") return [];
    return rows.flatMap((row) =>
      sides.flatMap((side) => policies.map((policy) => ({ table, situation, row, side, policy }))),
    );
  }),
);

const titled = checks.map((check) => {
  const { table, situation, row, side, policy } = check;
  return [
    `${table.order} of ${table.blueprint}, ${situation}: ${row.rule} (${side}, ${policy})`,
    check,
  ] as const;
});

describe("the table of order strategies", () => {
  it.each(titled)("%s", (_, { row, side, policy }) => {
    const options = { ...row.spec.options, intrabar: policy };
    const spec: Case = { rule: row.rule, ...row.spec, options, trades: tradesOf(row, policy) };
    const expected = { trades: spec.trades, rejected: spec.rejected ?? 0 };
    expect(simulateCase(spec, side)).toEqual(expected);
    expect(walkCase(spec, side)).toEqual(expected);
  });
});

describe("the matrix of blueprint, order strategy, situation, side and policy", () => {
  const orders = Object.values(OrderStrategy);
  const cellsOf = (blueprint: string, order: string, situation: string): string[] =>
    sides.flatMap((side) =>
      policies.map((policy) => [blueprint, order, situation, side, policy].join(" / ")),
    );

  it("has a row in every cell, or the reason why the cell makes no sense", () => {
    const checked = checks.flatMap(({ table: { blueprint, order }, situation, side, policy }) => {
      return [blueprint, order, situation, side, policy].join(" / ");
    });
    const senseless = tables.flatMap(({ blueprint, order, cells }) =>
      situations.flatMap((situation) => {
        return typeof cells[situation] === "string" ? cellsOf(blueprint, order, situation) : [];
      }),
    );
    const all = ["base", "advanced"].flatMap((blueprint) =>
      orders.flatMap((order) => situations.flatMap((situation) => cellsOf(blueprint, order, situation))),
    );
    expect([...new Set(checked), ...senseless].sort()).toEqual(all.sort());
  });

  it("makes sense everywhere but in the base: no levels there, so nothing for a bar to touch twice", () => {
    const reasons = tables.flatMap(({ blueprint, order, cells }) =>
      situations.flatMap((situation) => {
        const cell = cells[situation];
        return typeof cell === "string" ? [{ blueprint, order, situation, reason: cell }] : [];
      }),
    );
    const immediate: readonly string[] = ["ImmediateEntry", "ImmediateExit"];
    expect(reasons.every(({ blueprint, reason }) => blueprint === "base" && reason.length > 20)).toBe(true);
    expect(
      reasons.filter(({ order }) => immediate.includes(order)).map(({ situation }) => situation),
    ).toEqual(["both touched", "both touched"]);
    expect(reasons).toHaveLength(2 + (orders.length - immediate.length) * situations.length);
  });

  it("has rows of 3 to 8 bars that are about what their cell says", () => {
    const strangers = checks.filter(({ table, situation, row: { spec } }) => {
      const { entries = [], exits = [] } = (table.blueprint === "base" ? spec.base : spec.advanced) ?? {};
      const orders = [...entries, ...exits];
      const own = orders.filter(({ code }) => nameOf(code) === table.order);
      if (spec.candles.length < 3 || spec.candles.length > 8 || own.length === 0) return true;
      if (situation === "gap") return !opensOutsideTheBarBefore(spec);
      if (situation === "null price") return own.every(hasAFixedPrice);
      const kinds = new Set(orders.map(({ code }) => nameOf(code)));
      const stops: readonly OrderStrategy[] = ["StopLoss", "TrailingStop", "Breakeven"];
      return (
        situation === "both touched" && !(kinds.has("TakeProfit") && stops.some((stop) => kinds.has(stop)))
      );
    });
    expect(strangers.map(({ table, situation, row }) => [table.order, situation, row.rule])).toEqual([]);
  });
});

function opensOutsideTheBarBefore({ candles }: Row["spec"]): boolean {
  return candles.some(([open], at) => {
    const before = candles[at - 1];
    return before !== undefined && (open > before[1] || open < before[2]);
  });
}

function hasAFixedPrice({ price }: OrderSpec): boolean {
  return typeof price !== "function";
}
