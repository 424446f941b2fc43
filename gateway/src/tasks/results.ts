import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Queries } from "../store/database.ts";
import { findResult, insertResults } from "../store/task-results.ts";

export type ResultFiles = Readonly<Record<string, Uint8Array>>;

/** Where the bytes of results lie. They count only once the task's row says completed. */
export interface ResultStore {
  /** Before the transaction that completes the task; may be repeated. */
  stage(taskId: string, files: ResultFiles): Promise<void>;
  /** Inside that transaction. */
  commit(transaction: Queries, taskId: string, files: ResultFiles): Promise<void>;
  read(taskId: string, type: string): Promise<Uint8Array | undefined>;
}

/** One folder per task with one file per result type, written beside and renamed before the row is committed. */
export function resultsInFolder(folder: string): ResultStore {
  const home = (taskId: string) => join(folder, taskId.slice(0, 2), taskId);
  return {
    async stage(taskId, files) {
      const target = home(taskId);
      const draft = `${target}.draft`;
      await mkdir(draft, { recursive: true });
      await Promise.all(
        Object.entries(files).map(([type, bytes]) => writeFile(join(draft, fileName(type)), bytes)),
      );
      try {
        await rename(draft, target);
      } catch (error) {
        if (!["ENOTEMPTY", "EEXIST", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? ""))
          throw error;
        // Left by an execution that died before its row was committed; nobody reads it.
        await rm(target, { recursive: true, force: true });
        await rename(draft, target);
      }
    },
    async commit() {},
    async read(taskId, type) {
      try {
        return await readFile(join(home(taskId), fileName(type)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
  };
}

/** Bytes beside the task's row, for a database that several machines share. */
export function resultsInDatabase(queries: Queries): ResultStore {
  return {
    async stage() {},
    commit: insertResults,
    read: (taskId, type) => findResult(queries, taskId, type),
  };
}

/** Result types are names of ours; anything else must not become a path. */
function fileName(type: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(type)) throw new Error(`"${type}" is not a result type`);
  return type;
}
