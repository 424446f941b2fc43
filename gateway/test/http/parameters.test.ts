import { operations } from "tradepose-client/models";
import { describe, expect, it } from "vitest";
import { readParameters } from "../../src/http/parameters.ts";

describe("query parameters", () => {
  it.each([
    [
      { limit: "10", offset: "0" },
      { limit: 10, offset: 0 },
    ],
    [{}, {}],
    [{ symbol: "10", unknown: "x" }, { symbol: "10" }],
    [{ market_type: "forex" }, { market_type: "forex" }],
  ])("of instruments: %j is read as %j", (texts, values) => {
    expect(readParameters(operations["instruments.list"], "query", texts)).toEqual({ values, problems: [] });
  });

  it.each([
    ["limit", "0"],
    ["limit", "1001"],
    ["limit", "1.5"],
    ["limit", ""],
    ["limit", "1e2"],
    ["limit", "99999999999999999999"],
    ["limit", ["1", "2"]],
    ["offset", "-1"],
    ["market_type", "moon"],
  ])("of instruments: %s=%j is refused by name", (name, text) => {
    const { problems } = readParameters(operations["instruments.list"], "query", { [name]: text });
    expect(problems).toMatchObject([{ field: name }]);
  });

  const id = "3f0c4f0e-6c1d-4a0e-8a52-6a2f0f1d9b11";
  const other = "8d3c5c39-9f0a-4d55-8a3d-0a7c9f5f2f10";

  it.each([
    ["once", id, [id]],
    ["repeated", [id, other], [id, other]],
  ])("of tasks: ids %s is a list", (_, texts, ids) => {
    expect(readParameters(operations["tasks.list"], "query", { ids: texts, wait: "2.5" })).toEqual({
      values: { ids, wait: 2.5 },
      problems: [],
    });
  });

  it.each([
    ["no id", "", "ids[0]"],
    ["two ids in one", `${id},${other}`, "ids[0]"],
    ["one of them", [id, "x"], "ids[1]"],
    ["too many", Array.from({ length: 501 }, () => id), "ids"],
  ])("of tasks: ids with %s are refused by name", (_, texts, field) => {
    const { problems } = readParameters(operations["tasks.list"], "query", { ids: texts });
    expect(problems).toMatchObject([{ field }]);
  });

  it("of task results: a list that must be there is missed by name", () => {
    const { problems } = readParameters(operations["tasks.downloadResults"], "query", {});
    expect(problems).toMatchObject([{ field: "ids", type: "missing" }]);
  });

  it.each([
    ["true", true],
    ["false", false],
  ])("of strategies: archived=%s", (text, archived) => {
    expect(readParameters(operations["strategies.list"], "query", { archived: text }).values).toEqual({
      archived,
    });
  });

  it.each(["1", "TRUE", "yes", ""])("of strategies: archived=%j is refused", (text) => {
    const { problems } = readParameters(operations["strategies.list"], "query", { archived: text });
    expect(problems).toMatchObject([{ field: "archived" }]);
  });
});
