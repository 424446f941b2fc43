import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createProgram } from "../../gateway/src/cli/program.ts";
import { examplesOf, runProgram } from "../core/doc-examples.ts";
import { compile } from "../types/compiler.ts";

const page = readFileSync(fileURLToPath(new URL("../../docs/gateway.md", import.meta.url)), "utf8");
const [program = "", ...others] = examplesOf("gateway.md");

it("its example compiles, and there is no other", { timeout: 60_000 }, () => {
  expect(others).toEqual([]);
  expect(compile([program])).toEqual([[]]);
});

it("its example starts a gateway and stops it", { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "gateway-docs-"));
  try {
    expect(program).toContain('"./tradepose-data"');
    const ended = await runProgram(program.replace('"./tradepose-data"', JSON.stringify(folder)), {});
    expect(ended).toMatchObject({ exitCode: 0, stderr: "" });
    expect(ended.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+ tp_\w+_\S+\n$/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

const options = createProgram().commands.flatMap((command) =>
  command.options.map(({ long }) => [command.name(), long ?? ""] as const),
);

it.each(options)("says what %s takes: %s", (_, option) => {
  expect(page).toContain(option);
});
