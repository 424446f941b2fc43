import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FolderLock, lockFolder } from "../../src/foundation/folder-lock.ts";
import { currentProcess } from "../../src/foundation/process-identity.ts";
import { temporaryFolder } from "../gateway/support.ts";

describe("the lock of a data folder", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const path = () => join(folder.path, "gateway.lock");

  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => folder.remove());

  const leave = (holder: object) =>
    writeFile(path(), JSON.stringify({ token: "left", since: "2026-01-01T00:00:00.000Z", ...holder }));

  it("is held by one opener at a time and free after its release", async () => {
    const first = await lockFolder(folder.path);
    const holder = `process ${process.pid} on ${hostname()}`;
    await expect(lockFolder(folder.path)).rejects.toMatchObject({
      code: "GATEWAY_DATA_LOCKED",
      message: expect.stringContaining(holder),
    });
    await first.release();
    await (await lockFolder(folder.path)).release();
    expect(await readdir(folder.path)).toEqual([]);
  });

  it("makes the folder", async () => {
    const lock = await lockFolder(join(folder.path, "not/yet"));
    expect(await readdir(join(folder.path, "not/yet"))).toEqual(["gateway.lock"]);
    await lock.release();
  });

  it("is refused while another process runs that holds it, and taken over when that is gone", async () => {
    const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    await once(other, "spawn");
    await leave({ host: hostname(), pid: other.pid, started: null });
    await expect(lockFolder(folder.path)).rejects.toThrow(`process ${other.pid}`);
    other.kill("SIGKILL");
    await once(other, "exit");
    await (await lockFolder(folder.path)).release();
  });

  it.skipIf(process.platform !== "linux")(
    "is taken over when the process id was given to another process",
    async () => {
      await leave({ ...currentProcess(), started: "1" });
      await (await lockFolder(folder.path)).release();
    },
  );

  it.each([
    { silence: 10, taken: false },
    { silence: 300, taken: true },
  ])("of another host, silent for $silence s: taken over $taken", async ({ silence, taken }) => {
    await leave({ host: "elsewhere", pid: 1, started: null });
    const then = new Date(Date.now() - silence * 1_000);
    await utimes(path(), then, then);
    if (taken) await (await lockFolder(folder.path)).release();
    else await expect(lockFolder(folder.path)).rejects.toThrow(`If that host is gone, delete ${path()}`);
  });

  it("goes to exactly one of many that find a dead holder's lock at once", async () => {
    for (let round = 0; round < 20; round += 1) {
      await leave({ host: hostname(), pid: 2 ** 22 + 1, started: null });
      const openers = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder.path)));
      const holders = openers.filter((opener) => opener.status === "fulfilled");
      expect(holders).toHaveLength(1);
      for (const opener of openers) {
        if (opener.status === "rejected")
          expect(opener.reason).toMatchObject({ code: "GATEWAY_DATA_LOCKED" });
      }
      await (holders[0] as PromiseFulfilledResult<FolderLock>).value.release();
      expect(await readdir(folder.path)).toEqual([]);
    }
  });

  it("is taken over although an opener died while it was taking over", async () => {
    const dead = { host: hostname(), pid: 2 ** 22 + 1, started: null };
    for (let round = 0; round < 20; round += 1) {
      await leave(dead);
      await writeFile(`${path()}.after-left`, JSON.stringify({ ...dead, token: "heir" }));
      await writeFile(`${path()}.after-heir`, JSON.stringify({ ...dead, token: "grandchild" }));
      const openers = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder.path)));
      const holders = openers.filter((opener) => opener.status === "fulfilled");
      expect(holders).toHaveLength(1);
      await (holders[0] as PromiseFulfilledResult<FolderLock>).value.release();
      expect(await readdir(folder.path)).toEqual([]);
    }
  });

  it("does not remove a lock that has become another's", async () => {
    const lock = await lockFolder(folder.path);
    await leave({ host: hostname(), pid: process.pid, started: null });
    await lock.release();
    expect(JSON.parse(await readFile(path(), "utf8"))).toMatchObject({ token: "left" });
  });

  it.each(["", "not json"])("says which file cannot be read: %j", async (content) => {
    await writeFile(path(), content);
    await expect(lockFolder(folder.path)).rejects.toMatchObject({
      code: "GATEWAY_DATA_DIR",
      message: expect.stringContaining(path()),
    });
  });

  it("says that a folder cannot be made", async () => {
    await writeFile(path(), "a file, not a folder");
    await expect(lockFolder(join(path(), "data"))).rejects.toMatchObject({ code: "GATEWAY_DATA_DIR" });
  });
});
