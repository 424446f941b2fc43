import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeTaskId } from "../../src/tasks/task-id.ts";

describe("task ids", () => {
  it("are UUIDs of version 7", () => {
    expect(makeTaskId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("sort in the order they were made, whatever the clock does", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 50 }), (steps) => {
        let now = Date.now();
        const ids = steps.map((step) => {
          now += step;
          return makeTaskId(now);
        });
        expect([...ids].sort()).toEqual(ids);
      }),
    );
    const many = Array.from({ length: 20_000 }, () => makeTaskId());
    expect([...many].sort()).toEqual(many);
    expect(new Set(many).size).toBe(many.length);
  });
});
