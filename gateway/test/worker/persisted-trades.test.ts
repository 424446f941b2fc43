import { PersistMode } from "tradepose-client/models";
import { describe, expect, it } from "vitest";
import type { ResultFrame } from "../../src/engine/index.ts";
import type { TaskOutcome } from "../../src/tasks/queue.ts";
import { doneWithTrades } from "../../src/worker/exports/persisted-trades.ts";
import { averageStrategy, requestOf } from "./requests.ts";

const counts = {
  strategies: 1,
  blueprints: 1,
  indicators: 1,
  triggers: 2,
  inputRows: 3,
  rejectedEntries: 0,
  ambiguousTrades: 0,
};
const outcome: TaskOutcome = { files: {}, counts };

const text = (name: string, ...values: string[]) => ({
  name,
  dtype: "Utf8" as const,
  values,
  nulls: undefined,
});
/** Two rows, of which the second may be null. */
const numbers = (name: string, first: number, second: number | null) => ({
  name,
  dtype: "Float64" as const,
  values: Float64Array.of(first, second ?? 0),
  nulls: second === null ? Uint8Array.of(0, 1) : undefined,
});
/** A closed trade, and an entry that is still pending. */
const frame: ResultFrame = {
  length: 2,
  columns: [
    text("strategy_name", "average", "average"),
    text("blueprint_name", "trend", "trend"),
    { name: "status", dtype: "Boolean", values: Uint8Array.of(0, 1), nulls: undefined },
    numbers("direction", -1, -1),
    numbers("entry_time", 0, null),
    numbers("entry_price", 100, null),
    numbers("exit_time", 86_400_000, null),
    numbers("exit_price", 90, null),
    numbers("pnl", 10, null),
    numbers("pnl_pct", 0.1, null),
    numbers("mae", 1, null),
    numbers("mfe", 12, null),
    numbers("adverse_exit_hypo_price", 105, null),
    numbers("favorable_exit_hypo_price", 88, null),
  ],
};
const psql = PersistMode.PSQL;

describe("trades of a task", () => {
  it.each([undefined, PersistMode.REDIS])("are not persisted with persist_mode %s", (mode) => {
    const request = requestOf(mode === undefined ? {} : { persist_mode: mode });
    expect(doneWithTrades(request, outcome, frame)).toEqual({ kind: "done", outcome });
  });

  it("are persisted with PSQL, those that have entered", () => {
    const trade = {
      strategy_name: "average",
      blueprint_name: "trend",
      instrument: "SP500",
      direction: -1,
      is_open: false,
      entry_time: "1970-01-01T00:00:00.000Z",
      entry_price: 100,
      exit_time: "1970-01-02T00:00:00.000Z",
      exit_price: 90,
      pnl: 10,
      pnl_pct: 0.1,
      mae: 1,
      mfe: 12,
      stop_price: 105,
      target_price: 88,
    };
    expect(doneWithTrades(requestOf({ persist_mode: psql }), outcome, frame)).toEqual({
      kind: "done",
      outcome: { ...outcome, trades: [trade] },
    });
  });

  const named = (name: string, instrument: string) => averageStrategy(name, 20, instrument);
  it.each([
    [
      "one name for two instruments",
      [named("a", "SP500"), named("a", "ES")],
      /"a" trade different instruments/,
    ],
    ["a name that cannot be stored", [named("a\0", "SP500")], /"a\\u0000" has a character/],
    [
      "a blueprint whose name cannot be stored",
      [{ ...named("a", "ES"), base_blueprint: { ...named("a", "ES").base_blueprint, name: "\ud800" } }],
      /"\\ud800" has a character/,
    ],
  ])("cannot be persisted with %s", (_name, strategies, message) => {
    const request = requestOf({ persist_mode: psql, strategy_configs: strategies });
    expect(doneWithTrades(request, outcome, frame)).toEqual({
      kind: "failed",
      message: expect.stringMatching(message),
    });
    expect(doneWithTrades({ ...request, persist_mode: 0 }, outcome, frame).kind).toBe("done");
  });

  it("may be of strategies that share name and instrument", () => {
    const strategy_configs = [named("average", "SP500"), named("average", "SP500")];
    const done = doneWithTrades(requestOf({ persist_mode: psql, strategy_configs }), outcome, frame);
    expect(done).toMatchObject({ kind: "done", outcome: { trades: [{ instrument: "SP500" }] } });
  });
});
