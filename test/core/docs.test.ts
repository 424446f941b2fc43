import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { variableName } from "../../src/core/environment.ts";
import { limits } from "../../src/core/limits.ts";
import * as library from "../../src/index.ts";
import { logLevels } from "../../src/internal/logger.ts";
import { validations } from "../../src/internal/validate.ts";

const root = new URL("../../", import.meta.url).pathname;

/** The cells of all table rows of a page, without their backquotes. */
function rows(page: string): readonly (readonly string[])[] {
  return readFileSync(join(root, "docs", page), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll("`", "")),
    );
}

describe("docs/configuration.md", () => {
  const table = new Map(rows("configuration.md").map((cells) => [cells[0], cells.slice(1)]));
  const options = {
    apiKey: 0,
    jwtToken: 0,
    serverUrl: 0,
    timeout: 0,
    downloadTimeout: 0,
    deadline: 0,
    maxRetries: 0,
    maxRetryAfter: 0,
    maxResponseSize: 0,
    maxDownloadSize: 0,
    pollInterval: 0,
    pollTimeout: 0,
    headers: 0,
    validate: 0,
    logger: 0,
    logLevel: 0,
    debug: 0,
    envFile: 0,
    fetch: 0,
    ca: 0,
    onRequest: 0,
    onResponse: 0,
    onRetry: 0,
  } satisfies Record<keyof library.ClientOptions, 0>;

  it("has a row for every option and no other", () => {
    expect([...table.keys()].sort()).toEqual(Object.keys(options).sort());
  });

  it.each(Object.entries(limits))("%s", (option, { scale, min, max, fallback }) => {
    expect(table.get(option)).toEqual([
      variableName(option),
      scale > 1 ? "ms / s" : option.endsWith("Size") ? "bytes" : "count",
      `${min} to ${max}`,
      fallback === undefined ? "no limit" : String(fallback),
    ]);
  });

  it.each([
    ["validate", validations.join(", "), "warn"],
    ["logLevel", logLevels.join(", "), "warn"],
    ["serverUrl", "http:// or https://", "https://api.tradepose.com"],
  ] as const)("%s", (option, range, fallback) => {
    const [variable, , ...rest] = table.get(option) ?? [];
    expect([variable, ...rest]).toEqual([variableName(option), range, fallback]);
    expect(library.resolveConfig({ apiKey: "k" }, {})[option]).toBe(fallback);
  });

  it.each([...table].filter(([, cells]) => cells[0] !== ""))(
    "the variable of %s is read",
    (_, [variable]) => {
      const impossible = { TRADEPOSE_API_KEY: "k", [variable ?? ""]: "not possible" };
      const given = variable === "TRADEPOSE_JWT_TOKEN" ? { [variable]: "not possible" } : impossible;
      expect(() => library.resolveConfig({}, given)).toThrow(variable);
    },
  );
});

describe("docs/errors.md", () => {
  const table = new Map(rows("errors.md").map((cells) => [cells[0], cells]));
  const classes = Object.entries(library).flatMap(([name, value]) =>
    typeof value === "function" &&
    (Object.is(value, library.TradePoseError) || value.prototype instanceof library.TradePoseError)
      ? [[name, value] as const]
      : [],
  );
  const response = { method: "GET", url: "http://x", attempts: 1, status: 500, requestId: null, body: null };
  const made: readonly library.TradePoseError[] = [
    new library.TradePoseConfigError("x"),
    new library.ArgumentError("x"),
    new library.TradePoseAPIError("x", response),
    new library.AuthenticationError("x", response),
    new library.AuthorizationError("x", response),
    new library.ResourceNotFoundError("x", response),
    new library.ValidationError("x", response, []),
    new library.RateLimitError("x", response),
    new library.ServerError("x", response),
    new library.InvalidResponseError("x", response),
    new library.NetworkError("x", response),
    new library.RequestTimeoutError("x", response, 1),
    new library.DeadlineError("x", response, 1),
    new library.TaskFailedError("t", "x"),
    new library.TaskCancelledError("t"),
    new library.TaskTimeoutError("x", "t", 1),
    new library.TaskStatusError("t", 9),
    new library.BatchFailedError([new Error("x")]),
    new library.SerializationError("x", "zip"),
    new library.SchemaValidationError("x", "trades", []),
    new library.StrategyBuildError("x", []),
    new library.ExprReadError("x", "y"),
    new library.ExprWriteError("x"),
  ];

  it.each(classes)("%s has a row with its parent", (name, value) => {
    expect(table.get(name)?.[1]).toBe(Object.getPrototypeOf(value).name);
  });

  it("gives the code of every class that has one", () => {
    const documented = classes.map(([name]) => [name, table.get(name)?.[2]]);
    const actual = new Map(made.map((error) => [error.name, error.code]));
    expect(documented).toEqual(classes.map(([name]) => [name, actual.get(name) ?? "see below"]));
  });

  it("names every code in the sources", () => {
    const documented = new Set([...table.values()].flatMap(([first, , code]) => [first, code]));
    const source = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter(
        (path) => path.endsWith(".ts") && !path.includes("internal/http/") && !path.includes("generated/"),
      )
      .map((path) => readFileSync(join(root, "src", path), "utf8"))
      .join("\n");
    const codes = [...source.matchAll(/\bcode: "([A-Z_]+)"|,\s+"([A-Z_]{3,})",?\s*\)/g)].map(
      ([, first, second]) => first ?? second,
    );
    expect(codes.length).toBeGreaterThan(15);
    expect([...new Set(codes)].filter((code) => !documented.has(code))).toEqual([]);
  });
});
