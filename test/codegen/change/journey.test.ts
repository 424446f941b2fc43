import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { type Report, reportText } from "../../../scripts/codegen/change/report.ts";
import { loadContract } from "../../../scripts/codegen/load.ts";
import type { Editable } from "./edits.ts";

/** The journey of docs/regenerating.md, with the command itself and the real contract. */
const root = fileURLToPath(new URL("../../../", import.meta.url));
const contract = ["models.yaml", "gateway.yaml"].map((name) => join(root, "openapi", name));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "codegen-journey-"));
  const document: Editable = (await loadContract(contract)).document;
  const { schemas } = document.components;
  schemas.TaskStatus.enum.push(4);
  schemas.TaskStatus["x-enum-varnames"].push("CANCELLED");
  schemas.APIKeyCreate.properties.name.maxLength = 64;
  schemas.HealthResponse.properties.region = { type: "string", description: "Where the service runs." };
  await writeFile(join(folder, "api.yaml"), stringify(document, { aliasDuplicateObjects: false }));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function codegen(...options: string[]): Promise<Outcome> {
  const command = [join(root, "scripts/codegen/run.mjs"), ...options];
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, command, { cwd: folder })) };
  } catch (error) {
    return error as Outcome;
  }
}

const texts = (): Promise<string[]> => Promise.all(contract.map((path) => readFile(path, "utf8")));

describe("npm run codegen -- --from", () => {
  it("reports, writes nothing and exits with 3 when callers break; the guide shows the same report", async () => {
    const before = await texts();
    const { code, stdout, stderr } = await codegen("--from", "api.yaml", "--report", "json");
    expect(code).toBe(3);
    expect(await texts()).toEqual(before);
    const report: Report = JSON.parse(stdout);
    expect(report).toMatchObject({
      source: "api.yaml",
      breaking: { compile: 1, runtime: 2 },
      written: false,
    });
    const guide = await readFile(join(root, "docs/regenerating.md"), "utf8");
    const shown = /<!-- report -->\n```text\n([\s\S]*?)```/.exec(guide)?.[1];
    expect(`${reportText(report)}\n${stderr}`).toBe(shown);
  }, 120_000);

  it.each<[options: string[], says: string]>([
    [["--from", "none.yaml"], "none.yaml: #/: there is no such file"],
    [["--from", "api.yaml", "--report", "xml"], "--report is text or json, not `xml`"],
    [["--dry-run"], "--dry-run goes with --from FILE_OR_URL"],
  ])(
    "%j is refused with exit code 2",
    async (options, says) => {
      const { code, stdout, stderr } = await codegen(...options);
      expect(stderr).toContain(says);
      expect([code, stdout]).toEqual([2, ""]);
    },
    60_000,
  );
});
