import { describe, expect, it } from "vitest";
import { strategy } from "../batch/strategies.ts";
import { type Behaviour, deadAddress, faultServer, json } from "../internal/fault-server.ts";
import { compile } from "../types/compiler.ts";
import { examplesOf, runProgram } from "./doc-examples.ts";

const ok = json(200, {});
const key = { TRADEPOSE_API_KEY: "key" };
const [credentials = "", logging = "", ...others] = examplesOf("configuration.md");
const [handling = "", ...rest] = examplesOf("errors.md");

/** What the examples take from the program they stand in. */
const vault = `const vault = { read: async (name: string) => ({ token: \`jwt-of-\${name}\` }) };\n`;
const trace = `import { TradePoseClient } from "tradepose-client";\nconst currentTrace = () => "00-trace-01";\n`;
const strategies = `import type { StrategyConfig } from "tradepose-client";
const strategy = ${JSON.stringify(strategy("sma"))} as const satisfies StrategyConfig;\n`;

it("all examples compile, and there are no others", { timeout: 60_000 }, () => {
  expect([others, rest]).toEqual([[], []]);
  const programs = [vault + credentials, trace + logging, strategies + handling];
  expect(compile(programs).flat()).toEqual([]);
});

describe("docs/configuration.md, run", () => {
  const call = "\nawait client.usage.getCurrent();\nawait client.close();";

  it("asks the function for the token and sends it", async () => {
    await using server = await faultServer(ok);
    const ended = await runProgram(vault + credentials + call, { TRADEPOSE_SERVER_URL: server.url });
    expect(ended).toMatchObject({ exitCode: 0 });
    expect(server.requests[0]?.headers.authorization).toBe("Bearer jwt-of-tradepose");
  });

  it("logs the retry to pino and sends the header of the hook", async () => {
    await using server = await faultServer(json(503, { detail: "starting" }), ok);
    const env = { ...key, TRADEPOSE_SERVER_URL: server.url, TRADEPOSE_VALIDATE: "off" };
    const ended = await runProgram(trace + logging + call, env);
    expect(ended).toMatchObject({ exitCode: 0, stderr: "" });
    const lines = ended.stdout.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 30, msg: expect.stringMatching(/^retry in .*503: starting/) },
    ]);
    expect(server.requests.map(({ headers }) => headers.traceparent)).toEqual(["00-trace-01", "00-trace-01"]);
  });
});

describe("docs/errors.md, run", () => {
  const busy = json(429, { detail: "slow" }, { "retry-after": "120" });
  const wrong = json(422, { details: [{ field: "name", message: "must not be empty", type: "too_small" }] });

  it.each<[string, Behaviour | undefined, number, RegExp]>([
    ["a field that is wrong", wrong, 0, /^name must not be empty\n$/],
    ["too many requests", busy, 0, /^again in 120000 ms\n$/],
    ["nobody there", undefined, 0, /^NETWORK 1 Error: connect ECONNREFUSED/],
    ["anything else", json(500, { detail: "broken" }), 1, /ServerError: POST .* failed with 500: broken/],
  ])("%s", async (_, behaviour, exitCode, stderr) => {
    await using server = await faultServer(behaviour ?? ok);
    const serverUrl = behaviour === undefined ? await deadAddress() : server.url;
    const env = { ...key, TRADEPOSE_SERVER_URL: serverUrl, TRADEPOSE_MAX_RETRIES: "0" };
    const ended = await runProgram(strategies + handling, env);
    expect(ended.stderr).toMatch(stderr);
    expect(ended.exitCode).toBe(exitCode);
  });
});
