import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { type ClientOptions, resolveConfig, TradePoseConfigError } from "../../src/core/index.ts";

const key = { apiKey: "tp_test_secret" };

describe("sources", () => {
  it("are the options, then the environment, then the defaults", () => {
    const environment = { TRADEPOSE_TIMEOUT: "10", TRADEPOSE_MAX_RETRIES: "5" };
    expect(resolveConfig({ ...key, timeout: 5_000 }, environment)).toMatchObject({
      timeout: 5_000,
      maxRetries: 5,
      serverUrl: "https://api.tradepose.com",
      downloadTimeout: 60_000,
      maxRetryAfter: 60_000,
      pollInterval: 2_000,
      pollTimeout: 300_000,
    });
  });

  it.each([
    ["option key", { apiKey: "a", jwtToken: "b" }, {}, ["X-API-Key", "a"]],
    ["option token", { jwtToken: "b" }, {}, ["Authorization", "Bearer b"]],
    ["option before variable", { jwtToken: "b" }, { TRADEPOSE_API_KEY: "c" }, ["Authorization", "Bearer b"]],
    ["variable", {}, { TRADEPOSE_API_KEY: "c", TRADEPOSE_JWT_TOKEN: "d" }, ["X-API-Key", "c"]],
    ["variable in any case", {}, { tradepose_jwt_token: " d " }, ["Authorization", "Bearer d"]],
    [
      "empty variable counts as unset",
      {},
      { TRADEPOSE_API_KEY: "", TRADEPOSE_JWT_TOKEN: "d" },
      ["Authorization", "Bearer d"],
    ],
  ])("credentials: %s", async (_, options, environment, header) => {
    expect(await resolveConfig(options, environment).credentials.header()).toEqual(header);
  });

  it("variables are in seconds", () => {
    const environment = {
      TRADEPOSE_POLL_INTERVAL: "0.5",
      TRADEPOSE_POLL_TIMEOUT: "10",
      TRADEPOSE_DOWNLOAD_TIMEOUT: "600",
    };
    expect(resolveConfig(key, environment)).toMatchObject({
      pollInterval: 500,
      pollTimeout: 10_000,
      downloadTimeout: 600_000,
    });
  });

  it("include a file when asked for, which the environment overrides", () => {
    const folder = mkdtempSync(join(tmpdir(), "config-"));
    const envFile = join(folder, "settings.env");
    writeFileSync(
      envFile,
      '# ours\nTRADEPOSE_API_KEY="tp_file"\ntradepose_timeout=7\nTRADEPOSE_MAX_RETRIES=1\n',
    );
    const config = resolveConfig({ envFile, maxRetries: 2 }, { TRADEPOSE_TIMEOUT: "9" });
    expect(config).toMatchObject({ timeout: 9_000, maxRetries: 2 });
    expect(resolveConfig({ envFile }, {})).toMatchObject({ timeout: 7_000, maxRetries: 1 });
    rmSync(folder, { recursive: true });
    expect(() => resolveConfig({ ...key, envFile }, {})).toThrow(
      /^envFile: ".*settings.env" cannot be read: ENOENT/,
    );
  });

  it("do without .env when there is none", () => {
    expect(existsSync(".env")).toBe(false);
    expect(resolveConfig({ ...key, envFile: true }, {}).timeout).toBe(30_000);
  });

  it.each([
    ["the default", {}, {}, "warn"],
    ["the option", { logLevel: "silent" }, { TRADEPOSE_LOG_LEVEL: "debug" }, "silent"],
    ["debug", { debug: true }, { TRADEPOSE_LOG_LEVEL: "error" }, "debug"],
    ["logLevel before debug", { debug: true, logLevel: "info" }, {}, "info"],
    ["a variable in Python's names", {}, { TRADEPOSE_LOG_LEVEL: "WARNING" }, "warn"],
    ["a variable", {}, { TRADEPOSE_LOG_LEVEL: "INFO", TRADEPOSE_DEBUG: "true" }, "info"],
    ["the debug variable", {}, { TRADEPOSE_DEBUG: "1" }, "debug"],
  ] as const)("log level: %s", (_, options, environment, expected) => {
    expect(resolveConfig({ ...key, ...options }, environment).logLevel).toBe(expected);
  });

  it.each([
    ["https://example.com/", "https://example.com"],
    ["http://127.0.0.1:8420", "http://127.0.0.1:8420"],
    ["https://example.com/gateway//", "https://example.com/gateway"],
  ])("address %s is %s", (serverUrl, expected) => {
    expect(resolveConfig({ ...key, serverUrl }, {}).serverUrl).toBe(expected);
  });
});

describe("refusals name the option and what it may be", () => {
  const cases: readonly (readonly [string, ClientOptions, Record<string, string>, string])[] = [
    ["no key", {}, {}, "No API key: pass { apiKey } or set TRADEPOSE_API_KEY"],
    ["key with a line break", { apiKey: "a\nb" }, {}, "apiKey must be text of visible ASCII"],
    ["empty key", { apiKey: "" }, {}, "apiKey must be text of visible ASCII"],
    [
      "timeout too short",
      { ...key, timeout: 999 },
      {},
      "timeout must be from 1000 to 600000 milliseconds, got 999",
    ],
    [
      "timeout too long",
      { ...key, timeout: 600_001 },
      {},
      "timeout must be from 1000 to 600000 milliseconds",
    ],
    ["timeout no number", { ...key, timeout: Number.NaN }, {}, "got NaN"],
    [
      "variable out of range",
      key,
      { TRADEPOSE_TIMEOUT: "0" },
      'TRADEPOSE_TIMEOUT must be from 1 to 600 seconds, got "0"',
    ],
    ["variable no number", key, { TRADEPOSE_TIMEOUT: "long" }, 'got "long"'],
    ["retries", { ...key, maxRetries: 11 }, {}, "maxRetries must be a whole number from 0 to 10, got 11"],
    [
      "half a retry",
      { ...key, maxRetries: 0.5 },
      {},
      "maxRetries must be a whole number from 0 to 10, got 0.5",
    ],
    ["poll interval", { ...key, pollInterval: 499 }, {}, "pollInterval must be from 500 to 60000"],
    [
      "poll timeout",
      key,
      { TRADEPOSE_POLL_TIMEOUT: "9" },
      "TRADEPOSE_POLL_TIMEOUT must be from 10 to 3600 seconds",
    ],
    ["deadline", { ...key, deadline: 1 }, {}, "deadline must be from 1000 to 86400000 milliseconds, got 1"],
    [
      "validate",
      key,
      { TRADEPOSE_VALIDATE: "maybe" },
      'TRADEPOSE_VALIDATE must be one of throw, warn, off, got "maybe"',
    ],
    [
      "log level",
      key,
      { TRADEPOSE_LOG_LEVEL: "loud" },
      "TRADEPOSE_LOG_LEVEL must be one of debug, info, warn, error, silent",
    ],
    ["debug", key, { TRADEPOSE_DEBUG: "perhaps" }, "TRADEPOSE_DEBUG must be one of true, false, 1, 0"],
    [
      "no scheme",
      { ...key, serverUrl: "localhost:80" },
      {},
      "serverUrl must be an address that starts with http://",
    ],
    [
      "variable without scheme",
      key,
      { TRADEPOSE_SERVER_URL: "ftp://x" },
      "TRADEPOSE_SERVER_URL must be an address",
    ],
    [
      "password in the address",
      { ...key, serverUrl: "http://u:hush@host/" },
      {},
      "must hold no user name, password",
    ],
  ];
  it.each(cases)("%s", (_, options, environment, message) => {
    const attempt = () => resolveConfig(options, environment);
    expect(attempt).toThrow(TradePoseConfigError);
    expect(attempt).toThrow(message);
    expect(attempt).not.toThrow(/hush|a\nb/);
  });
});

it("printing a configuration shows no secret", () => {
  const config = resolveConfig(key, {});
  expect(inspect(config, { depth: 10, showHidden: true })).not.toContain(key.apiKey);
  expect(JSON.stringify(config)).not.toContain(key.apiKey);
});
