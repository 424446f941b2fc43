import { randomUUID } from "node:crypto";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DataFrame } from "../core/polars.ts";

/** Where a batch was saved. */
export interface SavedFiles {
  readonly summary: string;
  readonly trades: string;
}

/** Writes both files beside their places and moves them when both are whole: a failure leaves what was there. */
export async function saveFrames(
  directory: string,
  frames: { readonly summary: DataFrame; readonly trades: DataFrame },
): Promise<SavedFiles> {
  await mkdir(directory, { recursive: true });
  const files = { summary: join(directory, "summary.parquet"), trades: join(directory, "trades.parquet") };
  const mark = randomUUID();
  const beside = { summary: `${files.summary}.${mark}`, trades: `${files.trades}.${mark}` };
  try {
    frames.summary.writeParquet(beside.summary);
    frames.trades.writeParquet(beside.trades);
    await rename(beside.summary, files.summary);
    await rename(beside.trades, files.trades);
  } catch (error) {
    await Promise.all(Object.values(beside).map((path) => rm(path, { force: true })));
    throw error;
  }
  return files;
}
