import { TradingContext } from "tradepose-client/builder";
import { writeExpr } from "tradepose-client/expr";
import { contextColumns, contextMembers } from "tradepose-client/models";
import { describe, expect, it } from "vitest";

describe("TradingContext", () => {
  it.each([
    ["base", "base_trading_context"],
    ["advancedEntry", "advanced_entry_trading_context"],
    ["advancedExit", "advanced_exit_trading_context"],
  ] as const)("%s reads the column %s", (name, column) => {
    const context = TradingContext[name];
    const member = (field: string) => ({
      Function: { input: [{ Column: column }], function: { StructExpr: { FieldByName: field } } },
    });
    expect(writeExpr(context.entryPrice)).toEqual(member("position_entry_price"));
    expect(writeExpr(context.barsSinceEntry)).toEqual(member("bars_since_entry"));
    expect(writeExpr(context.barsInPosition)).toEqual(member("bars_since_entry"));
    expect(writeExpr(context.highestSinceEntry)).toEqual(member("highest_since_entry"));
    expect(writeExpr(context.lowestSinceEntry)).toEqual(member("lowest_since_entry"));
    expect(contextColumns.map((known) => known.name)).toContain(column);
  });

  it("has an accessor for every member of the contract", () => {
    const { entryPrice, barsSinceEntry, highestSinceEntry, lowestSinceEntry } = TradingContext.base;
    const text = JSON.stringify([entryPrice, barsSinceEntry, highestSinceEntry, lowestSinceEntry]);
    for (const { name } of contextMembers) expect(text).toContain(`"${name}"`);
    expect(Object.keys(TradingContext)).toHaveLength(contextColumns.length);
  });
});
