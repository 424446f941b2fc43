import pl from "nodejs-polars";
import { afterEach, describe, expect, it } from "vitest";
import { BatchTester, Period } from "../../src/batch/index.ts";
import { sweep } from "../../src/builder/index.ts";
import { type ContractServerOptions, contractServer } from "./contract-server.ts";
import { strategy } from "./strategies.ts";

const open: AsyncDisposable[] = [];

afterEach(async () => {
  for (const resource of open.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

async function setUp(options: ContractServerOptions = {}) {
  const server = await contractServer(options);
  const tester = new BatchTester({ serverUrl: server.url, apiKey: "key", progress: "silent", maxRetries: 0 });
  open.push(server, tester);
  return { server, tester };
}

const family = sweep(
  { period: [10, 20], side: ["long", "short"], filtered: [true, false] },
  ({ filtered, side }) => (filtered && side === "short" ? undefined : strategy("sma")),
);
const periods = Period.range(2001, 2002);
const names = ["param_period", "param_side", "param_filtered"];

describe("the family of a sweep", () => {
  it.each(["each", "period", 4] as const)(
    "grouped by %s has its parameters in every frame",
    async (grouping) => {
      const { tester } = await setUp();
      const batch = await tester.submit({ strategies: family, periods, grouping }).wait();
      expect(batch.strategyCount).toBe(6);
      const expected = (rowsPerPair: number) =>
        family.members.flatMap(({ name, parameters: { period, side, filtered } }) =>
          new Array(rowsPerPair * periods.length).fill([name, period, side, filtered]),
        );
      const summary = await batch.summary();
      expect(summary.columns.slice(-4)).toEqual(["period", ...names]);
      expect(summary.select("strategy_name", ...names).rows()).toEqual(expected(1));
      expect((await batch.allTrades()).select("strategy_name", ...names).rows()).toEqual(expected(2));
      const one = await batch.getStrategy(family.members[4]!.strategy)?.performance();
      expect(one?.select("period", ...names).rows()).toEqual([
        ["2001-01-01_2001-12-31", 20, "long", false],
        ["2002-01-01_2002-12-31", 20, "long", false],
      ]);
    },
  );

  it("has typed columns before the first result", async () => {
    const { tester } = await setUp({ course: () => ({ looks: 1_000 }) });
    const batch = tester.submit({ strategies: family, periods });
    const summary = await batch.summary();
    expect(summary.height).toBe(0);
    expect(summary.select(...names).dtypes.map(String)).toEqual([pl.Float64, pl.String, pl.Bool].map(String));
  });

  it("can be ranked, laid out by parameters and compared", async () => {
    const { tester } = await setUp();
    const batch = await tester.submit({ strategies: family, periods }).wait();
    const top = await batch.top(2, "total");
    expect(top.columns).toEqual(["strategy_name", "blueprint_name", ...names, "total", "periods"]);
    expect(top.height).toBe(2);
    const pivot = await batch.pivot("param_period", "param_side", "total");
    expect(pivot.rows()).toEqual([
      [10, 4003.5, 4003.5],
      [20, 4003.5, 4003.5],
    ]);
    const [first] = family.members;
    expect((await batch.compare([first!.name])).columns).toEqual(["metric", first!.name]);
  });

  it("leaves frames of other batches as they are", async () => {
    const { tester } = await setUp();
    const batch = await tester.submit({ strategies: family.strategies, periods }).wait();
    expect((await batch.summary()).columns.at(-1)).toBe("period");
  });
});

it.each([null, undefined, "sma", 5])("strategies %j are refused with a sentence", async (strategies) => {
  const { tester } = await setUp();
  // A JavaScript caller can pass anything.
  expect(() => tester.submit({ strategies: strategies as unknown as [], periods })).toThrow(
    "strategies must be",
  );
});
