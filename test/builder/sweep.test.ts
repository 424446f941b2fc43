import fc from "fast-check";
import { neighbours, type StrategyConfig, sweep } from "tradepose-client/builder";
import { describe, expect, expectTypeOf, it } from "vitest";
import { base } from "./lint/strategies.ts";

const strategy: StrategyConfig = base([{}]);

describe("sweep", () => {
  it("makes every combination, the last parameter changing first", () => {
    const family = sweep({ fast: [5, 10], column: ["open", "close"], short: [true, false] }, (parameters) => {
      expectTypeOf(parameters).toEqualTypeOf<{
        readonly fast: number;
        readonly column: "open" | "close";
        readonly short: boolean;
      }>();
      return { ...strategy, name: "x" };
    });
    expect(family.strategies.map(({ name }) => name)).toEqual([
      "x(fast=5,column=open,short=true)",
      "x(fast=5,column=open,short=false)",
      "x(fast=5,column=close,short=true)",
      "x(fast=5,column=close,short=false)",
      "x(fast=10,column=open,short=true)",
      "x(fast=10,column=open,short=false)",
      "x(fast=10,column=close,short=true)",
      "x(fast=10,column=close,short=false)",
    ]);
  });

  it("carries the parameters along, by name and as a table", () => {
    const family = sweep({ fast: [5, 10] }, () => strategy);
    expect(family.get("s(fast=10)")).toEqual({
      name: "s(fast=10)",
      parameters: { fast: 10 },
      strategy: { ...strategy, name: "s(fast=10)" },
    });
    expect(family.get("s")).toBeUndefined();
    expect(family.table()).toEqual([
      { strategy_name: "s(fast=5)", fast: 5 },
      { strategy_name: "s(fast=10)", fast: 10 },
    ]);
    expect([...family].map(({ parameters }) => parameters.fast)).toEqual([5, 10]);
  });

  it("leaves out what is not made", () => {
    const family = sweep({ fast: [5, 20], slow: [10, 20] }, ({ fast, slow }) =>
      fast < slow ? strategy : undefined,
    );
    expect(family.members.map(({ parameters }) => parameters)).toEqual([
      { fast: 5, slow: 10 },
      { fast: 5, slow: 20 },
    ]);
  });

  it("makes one strategy of a grid without parameters", () => {
    expect(sweep({}, () => strategy).strategies.map(({ name }) => name)).toEqual(["s()"]);
  });

  it("freezes what it gives and changes nothing of what it was given", () => {
    const made = { ...strategy, name: "mine" };
    const [member] = sweep({ a: [1] }, () => made).members;
    expect(Object.isFrozen(member?.strategy) && Object.isFrozen(member?.parameters)).toBe(true);
    expect(made.name).toBe("mine");
  });

  it("gives every combination a name of its own, whatever the texts", () => {
    const value = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constantFrom("1", "true", "a,b=1"),
    );
    const grid = fc.dictionary(
      fc.constantFrom("a", "b", "c"),
      fc.uniqueArray(value, { minLength: 1, maxLength: 4, comparator: "SameValueZero" }),
    );
    fc.assert(
      fc.property(grid, (values) => {
        const combinations = Object.values(values).reduce((product, { length }) => product * length, 1);
        const { strategies } = sweep(values, () => strategy);
        expect(new Set(strategies.map(({ name }) => name)).size).toBe(combinations);
      }),
    );
  });

  it.each<[string, object, RegExp]>([
    ["a parameter without values", { a: [] }, /`a` has no value/],
    ["a value twice", { a: [1, 2, 1] }, /`a` has the value 1 twice/],
    ["a value that has no name", { a: [{}] }, /`a` has a value of type object/],
    ["no number", { a: [Number.NaN] }, /`a` has a value of type number/],
    ["too many", { a: range(101), b: range(100) }, /10100 combinations, more than the limit of 10000/],
  ])("refuses %s before it makes anything", (_, grid, message) => {
    let made = 0;
    const make = () => {
      made += 1;
      return strategy;
    };
    expect(() => sweep(grid as { a: number[] }, make)).toThrow(message);
    expect(made).toBe(0);
  });

  it("takes as many as it is told to", () => {
    expect(() => sweep({ a: range(3) }, () => strategy, { limit: 2 })).toThrow(/3 combinations.*limit of 2/);
    expect(sweep({ a: range(101), b: range(100) }, () => strategy, { limit: 20_000 }).members).toHaveLength(
      10_100,
    );
  });
});

describe("neighbours", () => {
  const grid = { fast: [5, 10, 20], slow: [20, 50] };

  it("are one step away in one parameter", () => {
    expect(neighbours({ fast: 10, slow: 20 }, grid)).toEqual([
      { fast: 5, slow: 20 },
      { fast: 20, slow: 20 },
      { fast: 10, slow: 50 },
    ]);
    expect(neighbours({ fast: 5, slow: 50 }, grid)).toEqual([
      { fast: 10, slow: 50 },
      { fast: 5, slow: 20 },
    ]);
  });

  it("are neighbours of each other", () => {
    const { members } = sweep(grid, () => strategy);
    for (const { parameters } of members) {
      for (const other of neighbours(parameters, grid))
        expect(neighbours(other, grid)).toContainEqual(parameters);
    }
  });

  it("refuses what is not in the grid", () => {
    expect(() => neighbours({ fast: 7, slow: 20 }, grid)).toThrow(
      /`fast` is 7, which is none of .* 5, 10, 20/,
    );
    expect(() => neighbours({ fast: 5 } as { fast: number; slow: number }, grid)).toThrow(
      /`slow` is undefined/,
    );
  });
});

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
