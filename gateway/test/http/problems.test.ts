import { ExportRequestModel } from "tradepose-client/models";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { problemsOf } from "../../src/http/problems.ts";
import { backtestRequest, smaStrategy } from "../gateway/support.ts";

type Change = (request: ReturnType<typeof fresh>) => void;
const fresh = () => JSON.parse(JSON.stringify(backtestRequest([smaStrategy("a"), smaStrategy("b")])));

describe("problems of a body", () => {
  it.each<[string, Change, { field: string; type: string; message?: string }]>([
    [
      "a missing field",
      (r) => delete r.export_type,
      { field: "export_type", type: "missing", message: "is required" },
    ],
    ["a wrong type", (r) => (r.start_date = 5), { field: "start_date", type: "invalid_type" }],
    ["no strategies", (r) => (r.strategy_configs = []), { field: "strategy_configs", type: "too_small" }],
    [
      "a field of the second strategy",
      (r) => (r.strategy_configs[1].base_freq = "2h"),
      { field: "strategy_configs[1].base_freq", type: "invalid_value" },
    ],
    [
      "a trigger that lacks its price",
      (r) => delete r.strategy_configs[0].base_blueprint.exit_triggers[0].price_expr,
      { field: "strategy_configs[0].base_blueprint.exit_triggers[0].price_expr", type: "missing" },
    ],
    [
      "an unknown indicator",
      (r) => (r.strategy_configs[0].indicators[0].indicator.type = "XYZ"),
      { field: "strategy_configs[0].indicators[0].indicator.type", type: "invalid_union" },
    ],
    [
      "a parameter of a known indicator",
      (r) => (r.strategy_configs[0].indicators[0].indicator.period = 0),
      { field: "strategy_configs[0].indicators[0].indicator.period", type: "too_small" },
    ],
  ])("%s", (_name, change, expected) => {
    const request = fresh();
    change(request);
    const checked = ExportRequestModel.safeParse(request);
    expect(problemsOf(checked.error?.issues ?? [], request)).toMatchObject([expected]);
  });

  it("of a body that is nothing", () => {
    const checked = ExportRequestModel.safeParse(undefined);
    expect(problemsOf(checked.error?.issues ?? [], undefined)).toEqual([
      { field: "body", message: "is required", type: "missing" },
    ]);
  });

  it("are named up to a hundred", () => {
    const wrong = Array.from({ length: 500 }, (_, index) => index);
    const checked = z.array(z.string()).safeParse(wrong);
    const problems = problemsOf(checked.error?.issues ?? [], wrong);
    expect(problems).toHaveLength(100);
    expect(problems[99]?.field).toBe("[99]");
  });
});
