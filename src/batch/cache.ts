import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeTemporaryFolder, removeTemporaryFolder } from "./temporary-folders.ts";

/** Result files of a backtest, and those of bars. */
export type ResultKind = "trades" | "performance" | "enhanced_ohlcv" | "on_demand_ohlcv";

export interface ResultCacheOptions {
  /**
   * Folder into which every result is written as it comes, and from which results of earlier runs are read. Without
   * it a temporary folder takes what memory cannot hold, until the cache is cleared or the process ends.
   */
  readonly directory?: string | undefined;
  /** Bytes held in memory. Default 100 MB. */
  readonly maxMemory?: number | undefined;
}

const MEGABYTE = 1_000_000;

/** Result files as they came, in memory over a folder: the least recently used go to the folder first. */
export class ResultCache {
  readonly #directory: string | undefined;
  readonly #maxMemory: number;
  /** Least recently used first. */
  readonly #memory = new Map<string, Uint8Array>();
  /** Names of the files this cache has written. */
  readonly #files = new Set<string>();
  #memoryBytes = 0;
  #temporary: Promise<string> | undefined;

  constructor(options: ResultCacheOptions = {}) {
    this.#directory = options.directory;
    this.#maxMemory = options.maxMemory ?? 100 * MEGABYTE;
  }

  /** Bytes held in memory. */
  get memoryBytes(): number {
    return this.#memoryBytes;
  }

  /** The file of a task, undefined when it is not here. */
  async get(taskId: string, kind: ResultKind): Promise<Uint8Array | undefined> {
    const name = fileName(taskId, kind);
    const held = this.#memory.get(name);
    if (held !== undefined) {
      this.#memory.delete(name);
      this.#memory.set(name, held);
      return held;
    }
    const folder = this.#directory ?? (await this.#temporary);
    if (folder === undefined) return undefined;
    try {
      return new Uint8Array(await readFile(join(folder, name)));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** Keeps the file of a task. When this ends it is in memory or on disk, whole. */
  async put(taskId: string, kind: ResultKind, bytes: Uint8Array): Promise<void> {
    const name = fileName(taskId, kind);
    if (this.#directory !== undefined) await this.#write(name, bytes);
    this.#forget(name);
    this.#memory.set(name, bytes);
    this.#memoryBytes += bytes.length;
    await this.#spill();
  }

  /** Drops everything, the files this cache has written included. Results can be downloaded again. */
  async clear(): Promise<void> {
    this.#memory.clear();
    this.#memoryBytes = 0;
    const files = [...this.#files];
    this.#files.clear();
    const temporary = await this.#temporary;
    this.#temporary = undefined;
    if (temporary !== undefined) await removeTemporaryFolder(temporary);
    const folder = this.#directory;
    if (folder !== undefined) await Promise.all(files.map((name) => rm(join(folder, name), { force: true })));
  }

  async #spill(): Promise<void> {
    for (const [name, bytes] of this.#memory) {
      if (this.#memoryBytes <= this.#maxMemory) return;
      if (!this.#files.has(name)) await this.#write(name, bytes);
      this.#forget(name);
    }
  }

  #forget(name: string): void {
    const held = this.#memory.get(name);
    if (held === undefined) return;
    this.#memory.delete(name);
    this.#memoryBytes -= held.length;
  }

  /** Written beside and renamed: a file of that name is always whole. */
  async #write(name: string, bytes: Uint8Array): Promise<void> {
    const folder = await this.#folder();
    const beside = join(folder, `.${name}.${randomUUID()}`);
    try {
      await writeFile(beside, bytes);
      await rename(beside, join(folder, name));
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
    this.#files.add(name);
  }

  async #folder(): Promise<string> {
    if (this.#directory !== undefined) {
      await mkdir(this.#directory, { recursive: true });
      return this.#directory;
    }
    this.#temporary ??= makeTemporaryFolder();
    return this.#temporary;
  }
}

/** The id comes from a server; encoded it cannot leave the folder. */
function fileName(taskId: string, kind: ResultKind): string {
  return `${encodeURIComponent(taskId)}-${kind}.parquet`;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
