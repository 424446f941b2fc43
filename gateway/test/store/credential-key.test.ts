import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCredentialKey } from "../../src/store/credential-key.ts";
import { temporaryFolder } from "../gateway/support.ts";

const hex = "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, "credentials.key");
});
afterEach(() => folder.remove());

describe("the key of the credentials", () => {
  it("is made once, in a file that only its owner may read", async () => {
    const key = await loadCredentialKey(folder.path, undefined);
    expect(key).toHaveLength(32);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readFile(path, "utf8")).trim()).toBe(Buffer.from(key).toString("hex"));
    expect(await loadCredentialKey(folder.path, undefined)).toEqual(key);
    expect(await readdir(folder.path)).toEqual(["credentials.key"]);
  });

  it("is the same for all who make it at once", async () => {
    const data = join(folder.path, "not", "there", "yet");
    const keys = await Promise.all(Array.from({ length: 20 }, () => loadCredentialKey(data, undefined)));
    expect(new Set(keys.map((key) => Buffer.from(key).toString("hex"))).size).toBe(1);
    expect(await readdir(data)).toEqual(["credentials.key"]);
  });

  it("is another one in another folder", async () => {
    const other = await loadCredentialKey(join(folder.path, "other"), undefined);
    expect(await loadCredentialKey(folder.path, undefined)).not.toEqual(other);
  });

  it("is the given one when there is one, and no file is made", async () => {
    expect(await loadCredentialKey(folder.path, hex)).toEqual(Buffer.from(hex, "hex"));
    expect(await readdir(folder.path)).toEqual([]);
  });

  it.each([
    ["too short", hex.slice(2)],
    ["too long", `${hex}00`],
    ["no hexadecimal", hex.replace("0", "x")],
    ["blank", "  "],
  ])("that is %s is refused, given or in the file, without being shown", async (_name, wrong) => {
    await writeFile(path, wrong, { mode: 0o600 });
    for (const [given, from] of [
      [wrong, "TRADEPOSE_CREDENTIALS_KEY"],
      [undefined, path],
    ] as const) {
      const error = await loadCredentialKey(folder.path, given).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: "GatewayError", code: "GATEWAY_CREDENTIALS_KEY" });
      expect((error as Error).message).toContain(from);
      expect((error as Error).message).not.toContain(hex.slice(8, 24));
    }
  });

  it.skipIf(process.platform === "win32").each([0o640, 0o604, 0o660])(
    "is refused when others may read its file (mode %o)",
    async (mode) => {
      await writeFile(path, hex);
      await chmod(path, mode);
      await expect(loadCredentialKey(folder.path, undefined)).rejects.toMatchObject({
        code: "GATEWAY_CREDENTIALS_KEY",
        message: expect.stringMatching(/chmod 600/),
      });
    },
  );

  it("is refused when its folder cannot be used", async () => {
    await expect(loadCredentialKey("/dev/null/data", undefined)).rejects.toMatchObject({
      code: "GATEWAY_CREDENTIALS_KEY",
      message: expect.stringContaining("/dev/null/data"),
    });
  });
});
