import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PlanModel } from "tradepose-client/models";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localPlan, readPlan } from "../src/plan.ts";
import { temporaryFolder } from "./gateway/support.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

describe("the plan", () => {
  it("of a gateway that was given none is one of the contract", () => {
    expect(PlanModel.safeParse(localPlan).success).toBe(true);
  });

  it("is read from a file", async () => {
    const file = join(folder.path, "plan.json");
    const plan = { ...localPlan, name: "House rules", price_monthly: 9.5 };
    await writeFile(file, JSON.stringify(plan));
    expect(await readPlan(file)).toEqual(plan);
  });

  it.each([
    ["no JSON", "{", /JSON/],
    ["no object", "[]", /the file: /],
    ["no limits", JSON.stringify({ ...localPlan, limits: undefined }), /limits: /],
    ["an unknown tier", JSON.stringify({ ...localPlan, tier: "gold" }), /tier: /],
    ["a price below zero", JSON.stringify({ ...localPlan, price_yearly: -1 }), /price_yearly: /],
  ])("is refused when the file has %s", async (_name, text, message) => {
    const file = join(folder.path, "bad.json");
    await writeFile(file, text);
    await expect(readPlan(file)).rejects.toMatchObject({
      code: "GATEWAY_PLAN",
      message: expect.stringMatching(message),
    });
  });

  it("is refused when there is no file", async () => {
    await expect(readPlan(join(folder.path, "none.json"))).rejects.toMatchObject({ code: "GATEWAY_PLAN" });
  });
});
