import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ResultCache } from "../../src/batch/index.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cache-test-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = (length: number, value = 1) => new Uint8Array(length).fill(value);

describe("ResultCache", () => {
  it("gives back what was put, by task and kind", async () => {
    const cache = new ResultCache();
    await cache.put("a", "trades", bytes(3, 1));
    await cache.put("a", "performance", bytes(3, 2));
    expect(await cache.get("a", "trades")).toEqual(bytes(3, 1));
    expect(await cache.get("a", "performance")).toEqual(bytes(3, 2));
    expect(await cache.get("b", "trades")).toBeUndefined();
    expect(cache.memoryBytes).toBe(6);
  });

  it("counts a replaced result once", async () => {
    const cache = new ResultCache();
    await cache.put("a", "trades", bytes(10));
    await cache.put("a", "trades", bytes(4));
    expect(cache.memoryBytes).toBe(4);
  });

  it("keeps the most recently used in memory and loses nothing", async () => {
    const cache = new ResultCache({ maxMemory: 25 });
    for (const [index, id] of ["a", "b", "c", "d"].entries()) {
      await cache.put(id, "trades", bytes(10, index));
      await cache.get("a", "trades");
    }
    expect(cache.memoryBytes).toBeLessThanOrEqual(25);
    for (const [index, id] of ["a", "b", "c", "d"].entries()) {
      expect(await cache.get(id, "trades")).toEqual(bytes(10, index));
    }
    await cache.clear();
  });

  it("takes a result that is larger than its memory", async () => {
    const cache = new ResultCache({ maxMemory: 5 });
    await cache.put("a", "trades", bytes(10));
    expect(cache.memoryBytes).toBe(0);
    expect(await cache.get("a", "trades")).toEqual(bytes(10));
    await cache.clear();
    expect(await cache.get("a", "trades")).toBeUndefined();
  });

  it("finds results of an earlier run in a folder, and clears only its own", async () => {
    await new ResultCache({ directory: folder }).put("old", "trades", bytes(1));
    const cache = new ResultCache({ directory: folder });
    expect(await cache.get("old", "trades")).toEqual(bytes(1));
    await cache.put("new", "trades", bytes(2));
    await cache.clear();
    expect(await readdir(folder)).toEqual(["old-trades.parquet"]);
  });

  it.each(["../escape", "..", "a/b", "a\\b", "a:b"])("keeps the id %j inside its folder", async (id) => {
    const inside = join(folder, "inside");
    const cache = new ResultCache({ directory: inside });
    await cache.put(id, "trades", bytes(1));
    expect(await readdir(folder)).toEqual(["inside"]);
    expect(await readdir(inside)).toHaveLength(1);
    expect(await cache.get(id, "trades")).toEqual(bytes(1));
  });

  it("says so when its folder cannot be written", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    const cache = new ResultCache({ directory: join(file, "below") });
    await expect(cache.put("a", "trades", bytes(1))).rejects.toThrow("ENOTDIR");
    expect(cache.memoryBytes).toBe(0);
  });
});
