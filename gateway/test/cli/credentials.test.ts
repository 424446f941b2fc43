import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { call, temporaryDataDir } from "../gateway/support.ts";
import { startServer } from "./command.ts";

const secret = "hunter2-is-no-password";
const account = { name: "logged", broker_type: "okx", credentials: { password: secret } };
const key = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

let folder: Awaited<ReturnType<typeof temporaryDataDir>>;
beforeAll(async () => {
  folder = await temporaryDataDir();
}, 120_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await folder.remove();
});

/** Starts `serve`, lets `use` work on it, stops it, and gives everything it has written. */
async function outputOf(use: (url: string, output: () => string) => Promise<void>): Promise<string> {
  const child: ChildProcess = startServer(folder.path);
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  const ended = once(child, "close");
  try {
    const url = await vi.waitFor(() => /listens on (http:\S+)/.exec(output)![1]!, 60_000);
    await use(url, () => output);
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
  return output;
}

it("serve logs no credential, takes its key from the environment, and says when it is another one", async () => {
  vi.stubEnv("TRADEPOSE_CREDENTIALS_KEY", key);
  const first = await outputOf(async (url, output) => {
    const apiKey = await vi.waitFor(() => /shown this once: (\S+)/.exec(output())![1]!, 10_000);
    const create = async (body: unknown) => (await call({ url, apiKey }, "accounts.create", { body })).status;
    expect(await create(account)).toBe(201);
    expect(await create(account)).toBe(409);
    expect(await create({ ...account, credentials: secret })).toBe(422);
    expect(await create(JSON.stringify(account).slice(0, -3))).toBe(422);
  });
  expect(first.match(/\/api\/v1\/accounts/g)).toHaveLength(4);
  expect(first).not.toContain(secret);
  expect(first).not.toContain(key);
  expect(first).not.toContain("another key");
  expect(await readdir(folder.path)).not.toContain("credentials.key");

  vi.stubEnv("TRADEPOSE_CREDENTIALS_KEY", undefined);
  const second = await outputOf(async () => {});
  expect(second).toMatch(/"accounts":1,.*another key/);
  expect(await readdir(folder.path)).toContain("credentials.key");
}, 180_000);
