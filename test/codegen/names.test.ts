import { describe, expect, it } from "vitest";
import { camelCase, constantCase, pascalCase, propertyKey } from "../../scripts/codegen/names.ts";

describe("names", () => {
  it.each([
    ["key_id", "keyId", "KeyId", "KEY_ID"],
    ["apiKeys", "apiKeys", "ApiKeys", "API_KEYS"],
    ["X-Request-ID", "xRequestId", "XRequestID", "X_REQUEST_ID"],
    ["SuperTrend", "superTrend", "SuperTrend", "SUPER_TREND"],
    ["on_demand_ohlcv", "onDemandOhlcv", "OnDemandOhlcv", "ON_DEMAND_OHLCV"],
    ["APIKeyCreate", "apiKeyCreate", "APIKeyCreate", "API_KEY_CREATE"],
    ["isbn-13", "isbn13", "Isbn13", "ISBN_13"],
    ["5min", "5min", "5min", "VALUE_5MIN"],
  ])("%s", (text, camel, pascal, constant) => {
    expect([camelCase(text), pascalCase(text), constantCase(text)]).toEqual([camel, pascal, constant]);
  });

  it.each([
    ["period", "period"],
    ["$ref", "$ref"],
    ["dry-run", '"dry-run"'],
    ["5", '"5"'],
  ])("property %s", (name, key) => {
    expect(propertyKey(name)).toBe(key);
  });
});
