import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generate } from "../../scripts/codegen/generate.ts";
import { compare, write } from "../../scripts/codegen/output.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const fixture = fileURLToPath(new URL("./fixtures/library.yaml", import.meta.url));
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "codegen-output-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("generate", () => {
  it("gives the same bytes every time", async () => {
    const first = await generate([fixture]);
    expect(await generate([fixture])).toEqual(first);
  }, 120_000);

  it("writes the contract's fingerprint, which any change of the document changes", async () => {
    const copy = join(folder, "library.yaml");
    const fingerprint = async (text: string): Promise<string | undefined> => {
      await writeFile(copy, text);
      const files = await generate([copy]);
      return /contractFingerprint = "([0-9a-f]{64})"/.exec(
        files.find(({ path }) => path === "fingerprint.ts")?.text ?? "",
      )?.[1];
    };
    const text = await readFile(fixture, "utf8");
    const original = await fingerprint(text);
    expect(original).toBeDefined();
    expect(await fingerprint(text.replaceAll("\n", "\r\n"))).toBe(original);
    expect(await fingerprint(`${text}# a remark\n`)).not.toBe(original);
  }, 120_000);
});

describe("write and compare", () => {
  const files = [
    { path: "a.ts", text: "a\n" },
    { path: "sub/b.ts", text: "b\n" },
  ];

  it("writes everything, then nothing", async () => {
    const made = await write(folder, files);
    expect(made.map(({ state }) => state)).toEqual(["missing", "missing"]);
    const before = await stat(join(folder, "a.ts"));
    expect(await write(folder, files)).toEqual([]);
    expect((await stat(join(folder, "a.ts"))).mtimeMs).toBe(before.mtimeMs);
    expect(await readdir(folder, { recursive: true })).not.toContain("a.ts.tmp");
  });

  it.each<[what: string, spoil: () => Promise<unknown>, path: string, state: string]>([
    ["an edited byte", () => writeFile(join(folder, "sub/b.ts"), "B\n"), "sub/b.ts", "changed"],
    ["a missing file", () => rm(join(folder, "a.ts")), "a.ts", "missing"],
    [
      "a stray file",
      () => mkdir(join(folder, "x")).then(() => writeFile(join(folder, "x/old.ts"), "")),
      "x/old.ts",
      "stray",
    ],
  ])("finds and mends %s", async (_, spoil, path, state) => {
    await write(folder, files);
    await spoil();
    expect(await compare(folder, files)).toEqual([{ path, state }]);
    await write(folder, files);
    expect(await compare(folder, files)).toEqual([]);
  });
});

describe("the committed code", () => {
  it("is what the contract gives", async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(root, "scripts/codegen/run.mjs"), "--check"],
      { cwd: root },
    );
    expect(stdout).toBe("");
  }, 120_000);
});
