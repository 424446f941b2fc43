import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as builder from "tradepose-client/builder";
import * as expr from "tradepose-client/expr";
import { beforeAll, describe, expect, it } from "vitest";
import { compileExamples, type Example, isRunnable, runExample } from "./examples.ts";

const file = fileURLToPath(new URL("../../docs/strategies.md", import.meta.url));
const page = readFileSync(file, "utf8");

/** The code of each part of the page; what a section declares goes on in its next block. */
const parts = page.split(/^##? /m).flatMap((text) => {
  const blocks = [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
  return blocks.length === 0 ? [] : [{ title: text.split("\n")[0] ?? "", code: blocks.join("\n") }];
});

/** Each section goes on with the names of the introduction and of the first section. */
const [introduction, first] = parts.map(({ code }) => code);
const sections = parts.map(({ title, code }, index): [title: string, example: Example] => {
  const before = [introduction, first].slice(0, Math.min(index, 2));
  return [title, { where: title, code: [...before, "{", code, "}"].join("\n"), isWhole: true }];
});

const { NumberExpr, BooleanExpr, TextExpr, TimeExpr, StructExpr, ListExpr } = expr;

/** What the objects of each class have, as code that touches it: the compiler says which of it is not public. */
const touching = [
  ...[NumberExpr, BooleanExpr, TextExpr, TimeExpr, StructExpr, ListExpr].map(
    ({ name, prototype }) => [name, prototype] as const,
  ),
  ["TimeParts", expr.col("ts").dt] as const,
].map(([type, prototype]): [type: string, members: readonly string[], example: Example] => {
  const members = membersOf(prototype);
  const code = [`const it = {} as ${type};`, ...members.map((member) => `it.${member};`)].join("\n");
  return [type, members, { where: type, code }];
});

const { Indicator } = builder;
const indicators: readonly [type: keyof typeof Indicator, definition: builder.IndicatorDefinition][] = [
  ["SMA", Indicator.SMA({ period: 20 })],
  ["EMA", Indicator.EMA({ period: 20 })],
  ["SMMA", Indicator.SMMA({ period: 20 })],
  ["WMA", Indicator.WMA({ period: 20 })],
  ["ATR", Indicator.ATR({ period: 14 })],
  ["AtrQuantile", Indicator.AtrQuantile({ atrColumn: "ATR|14", window: 100, quantile: 0.5 })],
  ["SuperTrend", Indicator.SuperTrend({ multiplier: 3, volatilityColumn: "ATR|14" })],
  ["MACD", Indicator.MACD()],
  ["ADX", Indicator.ADX()],
  ["RSI", Indicator.RSI()],
  ["CCI", Indicator.CCI()],
  ["Stochastic", Indicator.Stochastic()],
  ["BollingerBands", Indicator.BollingerBands()],
  [
    "MarketProfile",
    Indicator.MarketProfile({
      anchorConfig: builder.MarketProfileAnchor.daily({ end: "09:30" }),
      tickSize: 5,
    }),
  ],
  ["RawOhlcv", Indicator.RawOhlcv({ column: "high" })],
];

describe("docs/strategies.md", () => {
  let errors: ReadonlyMap<Example, readonly string[]>;
  // One compiler for all: it reads every declaration of the package first.
  beforeAll(() => {
    errors = compileExamples([
      ...sections.map(([, example]) => example),
      ...touching.map(([, , example]) => example),
    ]);
  }, 120_000);

  it.each(sections)("compiles: %s", (_, example) => {
    expect(errors.get(example)).toEqual([]);
  });

  it.each(sections.filter(([, example]) => isRunnable(example)))("runs: %s", async (_, example) => {
    await runExample(example);
  });

  it("names every indicator, order strategy and frequency", () => {
    expect(indicators.map(([type]) => type)).toEqual(Object.keys(Indicator));
    for (const name of [...Object.values(builder.OrderStrategy), ...Object.values(builder.Freq)])
      expect(page).toContain(`\`${name}\``);
  });

  it.each(indicators)("has the short name and the members of %s", (type, { config }) => {
    const row = page
      .split("\n")
      .find((line) => line.startsWith("| `") && line.split("|")[1]?.includes(`\`${type}\``));
    const [, , shortName = "", members = ""] = row?.replaceAll("\\|", "¦").split("|") ?? [];
    const { output }: builder.IndicatorInfo = builder.indicatorInfo[type];
    // The four averages share a row, which has the first one's name.
    const named = builder.shortName(config).replace(/^(EMA|SMMA|WMA)/, "SMA");
    expect(shortName.trim().replaceAll("¦", "|")).toBe(`\`${named}\``);
    expect([...members.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(
      typeof output === "string" ? [] : output.map(({ name }) => camelCase(name)),
    );
  });

  it.each(touching)("names every method of %s", (_, members, example) => {
    const hidden = (errors.get(example) ?? []).map(
      (error) => /^`(\w+)`: .* is (?:private|protected)/.exec(error)?.[1],
    );
    expect(hidden).not.toContain(undefined);
    const methods = members.filter((name) => !hidden.includes(name));
    expect(methods.length).toBeGreaterThan(0);
    expect(methods.filter((name) => !new RegExp(`[\`.]${name}\\b`).test(page))).toEqual([]);
  });

  it("links only to what is there", () => {
    const targets = [...page.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => target);
    for (const target of targets)
      expect(() => readFileSync(resolve(dirname(file), target)), target).not.toThrow();
    const anchors = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor = ""]) => anchor);
    const titles = [...page.matchAll(/^##+ (.*)$/gm)].map(([, title = ""]) =>
      title.toLowerCase().replace(/[^\w]+/g, "-"),
    );
    expect(anchors.filter((anchor) => !titles.includes(anchor))).toEqual([]);
  });
});

/** Methods and accessors of an object's class and the classes above it. */
function membersOf(prototype: object | null): readonly string[] {
  if (prototype === null || prototype === Object.prototype) return [];
  const own = Object.getOwnPropertyNames(prototype).filter((name) => name !== "constructor");
  return [...own, ...membersOf(Object.getPrototypeOf(prototype))];
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
