/** What a person sees who gives the product something wrong: what it was, where, and what to do. */
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import {
  AuthenticationError,
  BatchTester,
  BlueprintBuilder,
  col,
  Freq,
  OrderStrategy,
  Period,
  StrategyBuilder,
  TradeDirection,
  ValidationError,
} from "tradepose-client";
import type { StrategyConfig } from "tradepose-client/models";
import { BarFileError, type Gateway, GatewayError, startGateway } from "tradepose-gateway";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smaCrossover } from "../../examples/strategies/sma-crossover.ts";
import { sp500File, suiteFolder, temporaryFolder } from "./support.ts";

let gateway: Gateway;
const suite = suiteFolder();

beforeAll(async () => {
  gateway = await startGateway({ dataDir: suite.path });
  await gateway.importBars({ instrument: "SP500", freq: Freq.DAY_1, file: sp500File });
}, 60_000);
afterAll(() => gateway?.close());

/** The error of the only task of a batch. */
async function failureOf(
  strategy: StrategyConfig,
  period: Period,
  apiKey = gateway.apiKey,
): Promise<Error | null> {
  await using tester = new BatchTester({ serverUrl: gateway.url, apiKey, progress: "silent" });
  const batch = tester.submit({ strategies: [strategy], periods: [period] });
  await batch.wait();
  return batch.failedTasks[0]?.error ?? null;
}

const year = Period.fromYear(2018);
const sma = smaCrossover({ instrument: "SP500" });

describe("a strategy", () => {
  it("of an unknown instrument: names it and where it stands", async () => {
    const error = await failureOf(smaCrossover({ instrument: "NASDAQ" }), year);
    expect(error).toBeInstanceOf(ValidationError);
    expect((error as ValidationError).fields).toContainEqual(
      expect.objectContaining({ field: "strategy_configs[0].base_instrument" }),
    );
    expect(error?.message).toMatch(/NASDAQ/);
  });

  it("that reads a column it does not have: refused by the builder, and by the gateway, with the path", async () => {
    const build = () => {
      const base = BlueprintBuilder.base({ name: "b", direction: TradeDirection.LONG })
        .addEntryTrigger({
          name: "e",
          conditions: [col("momentum", "number").gt(0)],
          priceExpr: col("open"),
          orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
        })
        .build();
      const builder = new StrategyBuilder({ name: "s", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
      return builder.setBaseBlueprint(base).build();
    };
    expect(build).toThrow(/base_blueprint\.entry_triggers\[0\]\.conditions\[0\].*momentum/s);

    const [trigger] = sma.base_blueprint.entry_triggers;
    const wrong: StrategyConfig = {
      ...sma,
      base_blueprint: {
        ...sma.base_blueprint,
        entry_triggers: [{ ...trigger!, price_expr: { Column: "momentum" } }],
      },
    };
    const error = await failureOf(wrong, year);
    expect(error).toBeInstanceOf(ValidationError);
    expect((error as ValidationError).fields).toContainEqual(
      expect.objectContaining({
        field: "strategy_configs[0].base_blueprint.entry_triggers[0].price_expr",
        message: expect.stringContaining("momentum"),
      }),
    );
  });

  it.each([
    ["after", Period.fromYear(2031), "start_date"],
    ["before", Period.fromYear(1990), "end_date"],
  ])("over a period %s the data: says from when to when there is data", async (_, period, field) => {
    const error = await failureOf(sma, period);
    expect(error).toBeInstanceOf(ValidationError);
    expect((error as ValidationError).fields).toContainEqual(expect.objectContaining({ field }));
    expect(error?.message).toMatch(/2000-01-03.*2020-04-17/);
  });
});

it("a wrong API key: an AuthenticationError that does not repeat the key", async () => {
  const error = await failureOf(sma, year, "tp_not_a_key");
  expect(error).toBeInstanceOf(AuthenticationError);
  expect(error?.message).not.toContain("tp_not_a_key");
});

describe("a CSV file", () => {
  const good = "date,open,high,low,close,volume\n2024-01-02,10,12,9,11,100\n";
  it.each([
    ["high below open", `${good}2024-01-03,10,9,8,9,1\n`, 3, /high|open/],
    ["text for a price", `${good}2024-01-03,ten,12,9,11,1\n`, 3, /ten/],
    ["days out of order", `${good}2024-01-01,10,12,9,11,1\n`, 3, /2024-01-01|order|increas/],
    ["a price of zero", `${good}2024-01-03,0,12,0,11,1\n`, 3, /0/],
    ["a missing column", "date,open,high,low,volume\n2024-01-02,10,12,9,100\n", 1, /close/],
  ])("with %s: names file, line and rule, and imports nothing", async (_, text, line, rule) => {
    const file = join(await temporaryFolder(), "bars.csv");
    await writeFile(file, text);
    const error = await gateway.importBars({ instrument: "BAD", freq: Freq.DAY_1, file }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(BarFileError);
    const { message } = error as BarFileError;
    expect(message).toContain(file);
    expect(message).toMatch(new RegExp(`(line |:)${line}\\b`));
    expect(message).toMatch(rule);
    expect(await failureOf(smaCrossover({ instrument: "BAD" }), year)).toBeInstanceOf(ValidationError);
  });
});

it("a port in use: names it and says what to do", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const { port } = taken.address() as { port: number };
  try {
    const error = await startGateway({ dataDir: await temporaryFolder(), port }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(GatewayError);
    expect(error).toMatchObject({
      code: "GATEWAY_PORT_IN_USE",
      message: expect.stringContaining(String(port)),
    });
  } finally {
    taken.close();
  }
});
