/** What the compiler accepts of the expression language, and what it underlines with which words. */
import { beforeAll, describe, expect, it } from "vitest";
import { type CompileError, compile } from "./compiler.ts";

const preamble = `
import { type BooleanExpr, type NumberExpr, type StructExpr, type TextExpr, type TimeExpr, allHorizontal, anyHorizontal, coalesce, col, duration, lit, maxHorizontal, minHorizontal, when } from "tradepose-client/expr";
import { TradingContext } from "tradepose-client/builder";

declare function is<T>(value: T): void;
declare const text: string;
const close = col("close");
const ts = col("ts");
const up = col("up", "boolean");
const shape = col("shape", "text");
const trend = col("ST", { direction: "number", flipped: "boolean", at: "time" });
const own = TradingContext.advancedEntry;
`;

const compiling: readonly (readonly [what: string, program: string])[] = [
  [
    "arithmetic gives numbers",
    `is<NumberExpr>(close.pow(2).sqrt().neg().abs().sign().floor().ceil().round(2));`,
  ],
  ["bounds may be missing", `is<NumberExpr>(close.clip(0, null).clip(null, col("high")).clip(1));`],
  ["changes are numbers", `is<NumberExpr>(close.diff().pctChange(5));`],
  [
    "tests of numbers are conditions",
    `is<BooleanExpr>(close.isNan().or(close.isFinite()).or(close.isInfinite()));`,
  ],
  [
    "every kind is compared with its like",
    `is<BooleanExpr>(up.eq(true).and(shape.neqMissing("P")).and(ts.gt(new Date()))) ;`,
  ],
  ["every kind can be null", `is<BooleanExpr>(trend.isNull().or(shape.isNotNull()));`],
  [
    "filling keeps the kind",
    `is<TextExpr>(shape.fillNull("D").forwardFill().backwardFill(2)); is<TimeExpr>(ts.fillNull(new Date(0)));`,
  ],
  [
    "a coalesce has the kind of its first",
    `is<NumberExpr>(coalesce(close, 1, col("open"))); is<TextExpr>(coalesce("a", shape)); is<BooleanExpr>(coalesce(up, true));`,
  ],
  ["extremes of a row", `is<NumberExpr>(minHorizontal(1, close, maxHorizontal(close, 2)));`],
  ["conditions of a row", `is<BooleanExpr>(allHorizontal(up, true, anyHorizontal(close.gt(1), up)));`],
  [
    "rolling windows",
    `is<NumberExpr>(close.rollingMean(20).rollingStd(5, { ddof: 0, minSamples: 2 }).rollingQuantile(0.9, 20, { interpolation: "linear", center: true }));`,
  ],
  [
    "each decay",
    `is<NumberExpr>(close.ewmMean({ alpha: 0.1 }).ewmMean({ span: 20, adjust: false }).ewmMean({ halfLife: 5 }).ewmMean({ com: 2, minSamples: 3, ignoreNulls: true }));`,
  ],
  [
    "running totals",
    `is<NumberExpr>(close.cumSum().cumMax({ reverse: true }).cumMin()); is<NumberExpr>(up.cumCount());`,
  ],
  [
    "aggregates keep or count",
    `is<TimeExpr>(ts.first()); is<TextExpr>(shape.max()); is<NumberExpr>(shape.nUnique()); is<NumberExpr>(up.count());`,
  ],
  [
    "aggregates within groups",
    `is<NumberExpr>(close.std({ ddof: 0 }).over(ts.dt.date(), shape, up, close)); is<BooleanExpr>(up.last().over(ts.dt.date()));`,
  ],
  [
    "casts to every kind",
    `is<TimeExpr>(ts.cast("Time")); is<NumberExpr>(up.cast("Int32")); is<TextExpr>(close.cast("String", { strict: false }));`,
  ],
  [
    "members have their kinds",
    `is<NumberExpr>(trend.field("direction")); is<BooleanExpr>(trend.field("flipped")); is<TimeExpr>(trend.field("at"));`,
  ],
  [
    "parts of times",
    `is<NumberExpr>(ts.dt.millisecond()); is<TimeExpr>(ts.dt.convertTimeZone("Asia/Taipei").dt.time());`,
  ],
  [
    "spans of time",
    `is<NumberExpr>(ts.sub(ts.shift()).dt.totalMinutes()); is<TimeExpr>(ts.add(duration({ days: 1, minutes: -30 })));`,
  ],
  [
    "typed literals",
    `is<NumberExpr>(lit(5, "Int8")); is<TimeExpr>(lit("2024-01-31", "Date")); is<TimeExpr>(lit("09:30", "Time"));`,
  ],
  [
    "times of day",
    `is<BooleanExpr>(ts.timeBetween("09:30", "16:00:15", "America/New_York")); ts.timeBetween("00:00:00.5", "23:59");`,
  ],
  ["a time of day that the compiler cannot see", `ts.timeBetween(text, \`\${text}:00\`);`],
  [
    "crossings of expressions and numbers",
    `is<BooleanExpr>(close.crossesAbove(close.rollingMean(20)).or(close.crossesBelow(5_000)));`,
  ],
  [
    "highest, rising, falling",
    `is<BooleanExpr>(close.gt(col("high").highest(20).shift()).and(close.isRising(3)).or(close.lowest(5).isFalling()));`,
  ],
  [
    "a restricted part restricts the whole, through every method",
    `
    is<BooleanExpr<"only in an advanced blueprint">>(own.entryPrice.rollingMax(3).crossesAbove(close));
    is<NumberExpr<"only in an advanced blueprint">>(close.clip(own.entryPrice, null));
    is<NumberExpr<"only in an advanced blueprint">>(coalesce(close, own.entryPrice));
    is<BooleanExpr<"only in an advanced blueprint">>(close.isIn([1, own.entryPrice]));
    is<NumberExpr<"only in an advanced blueprint">>(close.mean().over(own.barsSinceEntry));`,
  ],
];

const failing: readonly (readonly [what: string, program: string, underlined: string, message: RegExp])[] = [
  [
    "a text beside a number",
    `close.crossesAbove("sma");`,
    `"sma"`,
    /'string' is not assignable to parameter of type 'NumberInput/,
  ],
  [
    "a condition beside a number",
    `close.pow(up);`,
    `up`,
    /'BooleanExpr<never>' is not assignable to parameter of type 'NumberInput/,
  ],
  [
    "a number beside a condition",
    `up.xor(1);`,
    `1`,
    /'1' is not assignable to parameter of type 'BooleanInput/,
  ],
  [
    "a number beside a text",
    `shape.eq(1);`,
    `1`,
    /'number' is not assignable to parameter of type 'TextInput/,
  ],
  [
    "a text beside a time",
    `ts.eqMissing("2024-01-01");`,
    `"2024-01-01"`,
    /'string' is not assignable to parameter of type 'TimeInput/,
  ],
  [
    "a number beside a time",
    `ts.sub(60_000);`,
    `60_000`,
    /'number' is not assignable to parameter of type 'TimeInput/,
  ],
  [
    "a date as a span",
    `ts.add(new Date());`,
    `new Date()`,
    /'Date' is not assignable to parameter of type 'TimeExpr/,
  ],
  [
    "null beside a number",
    `close.gt(null);`,
    `null`,
    /'null' is not assignable to parameter of type 'NumberInput/,
  ],
  ["null as what fills nulls", `close.fillNull(null);`, `null`, /'null' is not assignable/],
  [
    "a condition as what fills numbers",
    `close.fillNull(up);`,
    `up`,
    /'BooleanExpr<never>' is not assignable to parameter of type 'NumberInput/,
  ],
  [
    "a column without a kind",
    `col("sma");`,
    `"sma"`,
    /\\"sma\\" is not a column of the bars: say its kind, as in col\(\\"sma\\", \\"number\\"\)/,
  ],
  ["arithmetic on a condition", `up.add(1);`, `add`, /'add' does not exist on type 'BooleanExpr/],
  ["logic on a number", `close.and(up);`, `and`, /'and' does not exist on type 'NumberExpr/],
  [
    "a rolling mean of a condition",
    `up.rollingMean(3);`,
    `rollingMean`,
    /'rollingMean' does not exist on type 'BooleanExpr/,
  ],
  [
    "a crossing of times",
    `ts.crossesAbove(ts);`,
    `crossesAbove`,
    /'crossesAbove' does not exist on type 'TimeExpr/,
  ],
  ["a mean of texts", `shape.mean();`, `mean`, /'mean' does not exist on type 'TextExpr/],
  ["an hour of a number", `close.dt.hour();`, `dt`, /'dt' does not exist on type 'NumberExpr/],
  ["an hour without dt", `ts.hour();`, `hour`, /'hour' does not exist on type 'TimeExpr/],
  [
    "a time of day of a number",
    `close.timeBetween("09:30", "16:00");`,
    `timeBetween`,
    /'timeBetween' does not exist on type 'NumberExpr/,
  ],
  [
    "an hour of one digit",
    `ts.timeBetween("9:30", "16:00");`,
    `"9:30"`,
    /\\"9:30\\" is no time of day: write it as 09:30/,
  ],
  ["the hour 24", `ts.timeBetween("09:30", "24:00");`, `"24:00"`, /\\"24:00\\" is no time of day/],
  ["a minute 60", `ts.timeBetween("09:60", "16:00");`, `"09:60"`, /\\"09:60\\" is no time of day/],
  [
    "a time with more than seconds",
    `ts.timeBetween("09:30", "16:00:00:00");`,
    `"16:00:00:00"`,
    /is no time of day/,
  ],
  [
    "an unknown member",
    `trend.field("upper");`,
    `"upper"`,
    /'"upper"' is not assignable to parameter of type '"direction" \| "flipped" \| "at"'/,
  ],
  ["arithmetic on a struct", `trend.add(1);`, `add`, /'add' does not exist on type 'StructExpr/],
  [
    "a struct beside a number",
    `close.gt(trend);`,
    `trend`,
    /'StructExpr<.*' is not assignable to parameter of type 'NumberInput/,
  ],
  [
    "a kind that is none",
    `col("x", { a: "float" });`,
    `col`,
    /'"float"' is not assignable to type 'MemberKind'/,
  ],
  [
    "a struct to group by",
    `close.mean().over(trend);`,
    `trend`,
    /'StructExpr<.*' is not assignable to parameter of type 'GroupKey/,
  ],
  [
    "a name to group by",
    `close.mean().over("day");`,
    `"day"`,
    /'string' is not assignable to parameter of type 'GroupKey/,
  ],
  ["nothing to group by", `close.mean().over();`, `over`, /at least 1 arguments, but got 0/],
  ["a window without its size", `close.rollingMean();`, `rollingMean`, /Expected 1-2 arguments, but got 0/],
  [
    "an unknown option",
    `close.rollingMean(20, { minPeriods: 3 });`,
    `minPeriods`,
    /'minPeriods' does not exist in type 'RollingOptions'/,
  ],
  [
    "ddof where there is none",
    `close.rollingSum(20, { ddof: 0 });`,
    `ddof`,
    /'ddof' does not exist in type 'RollingOptions'/,
  ],
  [
    "an unknown interpolation",
    `close.rollingQuantile(0.5, 20, { interpolation: "cubic" });`,
    `interpolation`,
    /'"cubic"' is not assignable to type 'Interpolation/,
  ],
  [
    "no decay",
    `close.ewmMean({ adjust: false });`,
    `{ adjust: false }`,
    /is not assignable to parameter of type 'EwmDecay & EwmOptions'/,
  ],
  [
    "two decays",
    `close.ewmMean({ alpha: 0.1, span: 5 });`,
    `{ alpha: 0.1, span: 5 }`,
    /'EwmDecay & EwmOptions'/,
  ],
  [
    "an unknown rounding",
    `close.round(2, "up");`,
    `"up"`,
    /'"up"' is not assignable to parameter of type 'RoundMode/,
  ],
  ["a data type that is none", `lit(5, "Int128");`, `"Int128"`, /'"Int128"' is not assignable/],
  [
    "a number as a day",
    `lit(20240131, "Date");`,
    `20240131`,
    /'number' is not assignable to parameter of type 'string'/,
  ],
  [
    "a text as an integer",
    `lit("5", "Int8");`,
    `"5"`,
    /'string' is not assignable to parameter of type 'number'/,
  ],
  ["an unknown unit", `duration({ weeks: 1 });`, `weeks`, /'weeks' does not exist in type 'DurationParts'/],
  [
    "kinds that differ in a coalesce",
    `coalesce(close, up);`,
    `up`,
    /'BooleanExpr<never>' is not assignable to parameter of type 'NumberInput/,
  ],
  [
    "a number among conditions",
    `allHorizontal(up, close);`,
    `close`,
    /'NumberExpr<never>' is not assignable to parameter of type 'BooleanInput/,
  ],
  ["nothing to compare", `maxHorizontal();`, `maxHorizontal`, /at least 1 arguments, but got 0/],
  [
    "branches of two kinds",
    `when(up).then(shape).otherwise(1);`,
    `1`,
    /'1' is not assignable to parameter of type 'TextInput<never> \| null'/,
  ],
  [
    "a number as a predicate",
    `when(up).then(1).when(close);`,
    `close`,
    /'NumberExpr<never>' is not assignable to parameter of type 'BooleanInput/,
  ],
  [
    "a restricted part where there is no place for it",
    `is<NumberExpr>(close.rollingMean(3).add(own.entryPrice.highest(2)));`,
    `close.rollingMean(3).add(own.entryPrice.highest(2))`,
    /NumberExpr<"only in an advanced blueprint">/,
  ],
  ["a change of a node", `close.node.kind = "literal";`, `kind`, /read-only property/],
];

let results: readonly (readonly CompileError[])[] = [];

beforeAll(() => {
  results = compile([...compiling, ...failing].map(([, program]) => preamble + program));
}, 180_000);

describe("compiles", () => {
  it.each(compiling.map(([what], index) => [what, index] as const))("%s", (_, index) => {
    expect(results[index]).toEqual([]);
  });
});

describe("is underlined where it is wrong", () => {
  const cases = failing.map(([what, , underlined, message], index) => {
    return [what, compiling.length + index, underlined, message] as const;
  });
  it.each(cases)("%s", (_, index, underlined, message) => {
    const errors = results[index] ?? [];
    expect(errors.map((error) => error.underlined)).toEqual([underlined]);
    expect(errors[0]?.message).toMatch(message);
  });
});
