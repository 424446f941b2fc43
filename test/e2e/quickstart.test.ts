import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runSource, sp500File, temporaryFolder } from "./support.ts";

it("runs the quickstart twice over the same data folder, with the same result", {
  timeout: 180_000,
}, async () => {
  const folder = await temporaryFolder();
  await copyFile(sp500File, join(folder, "sp500-2000.csv"));

  const first = await runSource("examples/quickstart.ts", [], folder).ended;
  expect(first.stderr).not.toMatch(/error|warning/i);
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/supertrend[\s\S]*direction/);

  const second = await runSource("examples/quickstart.ts", [], folder).ended;
  expect(second.stderr).not.toMatch(/error|warning/i);
  expect(second.stdout).toBe(first.stdout);
});
