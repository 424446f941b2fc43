import fc from "fast-check";
import { expect, it } from "vitest";
import { Limiter } from "../../src/core/limiter.ts";

it("runs all jobs in order, never more than allowed at a time, whatever fails", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.record({ turns: fc.integer({ min: 0, max: 4 }), fails: fc.boolean() }), { maxLength: 30 }),
      async (max, jobs) => {
        const limiter = new Limiter(max);
        const started: number[] = [];
        let running = 0;
        let most = 0;
        const outcomes = await Promise.allSettled(
          jobs.map(({ turns, fails }, index) =>
            limiter.run(async () => {
              started.push(index);
              most = Math.max(most, ++running);
              for (let turn = 0; turn < turns; turn++) await Promise.resolve();
              running--;
              if (fails) throw new Error("job");
              return index;
            }),
          ),
        );
        expect(started).toEqual(jobs.map((_, index) => index));
        expect(most).toBeLessThanOrEqual(max);
        expect(outcomes.map(({ status }) => status)).toEqual(
          jobs.map(({ fails }) => (fails ? "rejected" : "fulfilled")),
        );
      },
    ),
  );
});
