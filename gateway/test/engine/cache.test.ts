import fc from "fast-check";
import { expect, it } from "vitest";
import { RecentCache } from "../../src/engine/cache.ts";

it("drops the least recently used until the weight fits", () => {
  const cache = new RecentCache<string>(10);
  cache.set("a", "A", 4);
  cache.set("b", "B", 4);
  cache.get("a");
  cache.set("c", "C", 4);
  expect(["a", "b", "c"].map((key) => cache.get(key))).toEqual(["A", undefined, "C"]);
});

it("keeps the newest entry even if it alone is too heavy", () => {
  const cache = new RecentCache<string>(10);
  cache.set("a", "A", 4);
  cache.set("b", "B", 99);
  expect(["a", "b"].map((key) => cache.get(key))).toEqual([undefined, "B"]);
});

it("replaces an entry and its weight", () => {
  const cache = new RecentCache<string>(10);
  for (let i = 0; i < 9; i++) cache.set("a", `A${i}`, 6);
  cache.set("b", "B", 4);
  expect(["a", "b"].map((key) => cache.get(key))).toEqual(["A8", "B"]);
});

it("never gives anything but what was set last, and never keeps more than it may", () => {
  const key = fc.constantFrom("a", "b", "c", "d", "e");
  const steps = fc.array(fc.tuple(key, fc.integer({ min: 1, max: 9 })));
  fc.assert(
    fc.property(steps, (sets) => {
      const cache = new RecentCache<number>(12);
      const last = new Map<string, number>();
      for (const [name, weight] of sets) {
        cache.set(name, weight, weight);
        last.set(name, weight);
        expect(cache.get(name)).toBe(weight);
      }
      const kept = [...last].filter(([name]) => cache.get(name) !== undefined);
      for (const [name, weight] of kept) expect(cache.get(name)).toBe(weight);
      expect(kept.reduce((sum, [, weight]) => sum + weight, 0)).toBeLessThanOrEqual(12);
    }),
  );
});
