import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { killGroup, runSource, temporaryFolder } from "./support.ts";

it("survives being killed at any moment: the next run over the same folder gives the same bytes", async () => {
  const folder = await temporaryFolder();
  const arguments_ = (name: string) => [
    "--data",
    join(folder, name, "data"),
    "--out",
    join(folder, name, "out"),
  ];
  const files = (name: string) =>
    Promise.all(
      ["summary.parquet", "trades.parquet"].map((file) => readFile(join(folder, name, "out", file))),
    );

  const started = performance.now();
  const undisturbed = await runSource("examples/demo.ts", arguments_("undisturbed"), folder).ended;
  const duration = performance.now() - started;
  expect(undisturbed.code, undisturbed.stderr).toBe(0);
  expect(undisturbed.stdout).toMatch(/60\/60|trades/);

  for (const share of [0.2, 0.45, 0.7, 0.95]) {
    const { child, ended } = runSource("examples/demo.ts", arguments_("killed"), folder);
    await Promise.race([sleep(share * duration), ended]);
    if (child.exitCode === null) killGroup(child);
    await ended;
  }
  const after = await runSource("examples/demo.ts", arguments_("killed"), folder).ended;
  expect(after.code, after.stderr).toBe(0);
  expect(await files("killed")).toEqual(await files("undisturbed"));
});
