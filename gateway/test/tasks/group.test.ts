import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grouped } from "../../src/tasks/group.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("grouped", () => {
  it("gives every call its own result, in groups within the limit that never overlap", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer(), { maxLength: 20 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(0, 1),
        async (waves, limit, patience) => {
          const sizes: number[] = [];
          let running = 0;
          const double = grouped<number, number>({ limit, patience }, async (items) => {
            running += 1;
            expect(running).toBe(1);
            sizes.push(items.length);
            await turn();
            running -= 1;
            return items.map((item) => item * 2);
          });
          const calls: Promise<number>[] = [];
          for (const wave of waves) {
            calls.push(...wave.map((item) => double(item)));
            await turn();
          }
          const items = waves.flat();
          expect(await Promise.all(calls)).toEqual(items.map((item) => item * 2));
          expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(limit);
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(items.length);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("shares the work of calls that come together", async () => {
    const sizes: number[] = [];
    const count = grouped<number, undefined>({ limit: 50, patience: 0 }, async (items) => {
      sizes.push(items.length);
      await turn();
      return items.map(() => undefined);
    });
    await Promise.all(Array.from({ length: 101 }, (_, index) => count(index)));
    expect(sizes).toEqual([1, 50, 50]);
  });

  it("lets an item fail alone", async () => {
    const work = grouped<number, number>({ limit: 10, patience: 1 }, async (items) => {
      if (items.includes(3)) throw new Error("three");
      return items;
    });
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((item) => work(item)));
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect(await work(5)).toBe(5);
  });
});
