import {
  anyHorizontal,
  coalesce,
  col,
  duration,
  type EwmDecay,
  lit,
  minHorizontal,
  type NumberExpr,
  StructExpr,
  when,
} from "tradepose-client/expr";
import { describe, expect, it } from "vitest";
import { ArgumentError } from "../../src/errors/argument.ts";

const close = col("close");

describe("refuses at run time what JavaScript lets through", () => {
  const untyped = <T>(value: unknown) => value as T;

  it.each<[string, () => unknown, RegExp]>([
    [
      "a text beside a number",
      () => close.gt(untyped<number>("a")),
      /a number is needed here, not the string "a"/,
    ],
    [
      "a Boolean price",
      () => close.add(untyped<number>(close.gt(1))),
      /a number is needed here, not the boolean col\("close"\).gt\(1\)/,
    ],
    ["nothing", () => close.add(untyped<number>(undefined)), /not undefined/],
    ["NaN", () => close.add(Number.NaN), /NaN has no literal form/],
    ["infinity", () => lit(Number.POSITIVE_INFINITY), /finite/],
    ["an invalid Date", () => col("ts").gt(new Date("x")), /valid time/],
    [
      "an unknown column",
      () => col(untyped<"close">("atr")),
      /"atr" is not a column of the bars .* col\("atr", "number"\)/,
    ],
    ["a column that Object has", () => col(untyped<"close">("constructor")), /not a column of the bars/],
    [
      "an unknown member",
      () => col("x", { a: "number" }).field(untyped<"a">("b")),
      /no struct member "b"; the members are a/,
    ],
    ["half a bar", () => close.shift(0.5), /shift takes a whole number of bars, not 0.5/],
    [
      "an unknown time zone",
      () => col("ts").dt.convertTimeZone("Mars/Base"),
      /"Mars\/Base" is no IANA time zone/,
    ],
    ["an unknown data type", () => close.cast(untyped<"Int8">("Float16")), /cannot cast to "Float16"/],
    ["a text as a shift", () => close.shift(untyped<number>("1")), /whole number of bars, not 1/],
    ["something foreign", () => close.add(untyped<number>({})), /not an object that is no expression/],
    ["a big integer", () => close.add(untyped<number>(1n)), /not the bigint 1/],
    [
      "a window of no rows",
      () => close.rollingMean(0),
      /rollingMean takes a whole number of rows, at least 1, not 0/,
    ],
    [
      "more samples than rows",
      () => close.rollingMax(3, { minSamples: 4 }),
      /rollingMax takes a whole number of minSamples, at least 0, at most 3, not 4/,
    ],
    [
      "a negative ddof",
      () => close.rollingStd(3, { ddof: -1 }),
      /rollingStd .* ddof, at least 0, at most 255, not -1/,
    ],
    ["a huge ddof", () => close.std({ ddof: 256 }), /std .* ddof.*not 256/],
    ["a quantile in percent", () => close.rollingQuantile(90, 20), /quantile from 0 to 1, not 90/],
    [
      "an unknown interpolation",
      () => close.rollingQuantile(0.9, 20, { interpolation: untyped<"linear">("cubic") }),
      /no interpolation "cubic"; use one of nearest, lower/,
    ],
    ["no decay", () => close.ewmMean(untyped<EwmDecay>({})), /exactly one of alpha, span, halfLife and com/],
    ["two decays", () => close.ewmMean(untyped<EwmDecay>({ alpha: 0.5, span: 3 })), /exactly one of/],
    ["an alpha of 0", () => close.ewmMean({ alpha: 0 }), /alpha above 0/],
    ["a span below 1", () => close.ewmMean({ span: 0.5 }), /span of at least 1/],
    ["a half life of 0", () => close.ewmMean({ halfLife: 0 }), /halfLife above 0/],
    ["a negative centre of mass", () => close.ewmMean({ com: -1 }), /com of at least 0/],
    ["broken decimals", () => close.round(-1), /round takes a whole number of decimals, at least 0, not -1/],
    ["a clip without bounds", () => close.clip(null, null), /lower or an upper bound/],
    ["a negative limit", () => close.forwardFill(-1), /forwardFill takes a whole number of rows, at least 0/],
    ["a window of no bars", () => close.isRising(0), /isRising takes a whole number of bars, at least 1/],
    [
      "groups of nothing",
      () => close.mean().over(...untyped<[NumberExpr]>([])),
      /over needs at least one key/,
    ],
    [
      "a struct as a group",
      () => close.mean().over(untyped<NumberExpr>(new StructExpr(close.node, {}))),
      /over groups by expressions of numbers, Booleans, texts and times/,
    ],
    [
      "an impossible time",
      () => col("ts").timeBetween(untyped<"09:30">("9:30"), "16:00"),
      /"9:30" is no time of day; write it as 09:30/,
    ],
    [
      "a time past midnight",
      () => col("ts").timeBetween("09:30", untyped<"23:59">("24:00")),
      /"24:00" is no time of day/,
    ],
    [
      "an empty window",
      () => col("ts").timeBetween("09:30", "09:30:00"),
      /two times of day, not 09:30 twice/,
    ],
    ["an unknown zone", () => col("ts").timeBetween("09:30", "16:00", "NYSE"), /"NYSE" is no IANA time zone/],
    ["an impossible day", () => lit("2023-02-29", "Date"), /"2023-02-29" is no day; write it as 2024-01-31/],
    ["a day with a time", () => lit("2023-02-28T00:00:00Z", "Date"), /is no day/],
    ["too large an Int8", () => lit(200, "Int8"), /200 is no Int8: that is a whole number from -128 to 127/],
    ["a broken integer", () => lit(0.5, "Int64"), /0.5 is no Int64/],
    ["an infinite Float32", () => lit(Number.POSITIVE_INFINITY, "Float32"), /finite/],
    ["a literal of no data type", () => lit(1, untyped<"Int8">("Boolean")), /lit has no literals of Boolean/],
    ["half a microsecond", () => duration({ microseconds: 0.5 }), /whole number of microseconds/],
    [
      "an unknown unit",
      () => duration(untyped<object>({ weeks: 1 })),
      /a duration has no "weeks"; it has days, /,
    ],
    [
      "nothing to choose from",
      () => coalesce(untyped<number>(undefined)),
      /coalesce takes numbers, Booleans, texts or times/,
    ],
    ["two kinds to choose from", () => coalesce(close, untyped<number>("a")), /a number is needed here/],
    [
      "no condition",
      () => anyHorizontal(...untyped<[boolean]>([])),
      /anyHorizontal needs at least one value/,
    ],
    ["no value", () => minHorizontal(...untyped<[NumberExpr]>([])), /at least one value/],
    [
      "a struct as a value",
      () => when(true).then(untyped<number>(new StructExpr(close.node, {}))),
      /then takes a number/,
    ],
  ])("%s", (_, run, message) => {
    expect(run).toThrow(ArgumentError);
    expect(run).toThrow(message);
  });
});
