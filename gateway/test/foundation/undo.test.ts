import { describe, expect, it } from "vitest";
import { Undo } from "../../src/foundation/undo.ts";

describe("Undo", () => {
  it("runs every step once, the last one first, and tells the first failure", async () => {
    const order: string[] = [];
    const undo = new Undo();
    const step = (name: string, fails = false) =>
      undo.add(async () => {
        order.push(name);
        if (fails) throw new Error(name);
      });
    step("lock");
    step("database", true);
    step("pool", true);
    step("server");
    await expect(Promise.all([undo.run(), undo.run()])).rejects.toThrow("pool");
    expect(order).toEqual(["server", "pool", "database", "lock"]);
  });
});
