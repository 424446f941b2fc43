import { setTimeout as sleep } from "node:timers/promises";
import { GatewayError } from "../foundation/errors.ts";
import { type FolderLock, lockFolder } from "../foundation/folder-lock.ts";
import { MarketDataError } from "./errors.ts";

const RETRY_MS = 50;

/**
 * Runs `work` while no other process or call changes the folder.
 * @param patience milliseconds to wait for another holder.
 * @throws MarketDataError `LOCKED` naming the holder when it is still there after that.
 */
export async function withImportLock<T>(
  folder: string,
  patience: number,
  work: () => Promise<T>,
): Promise<T> {
  const lock = await acquire(folder, Date.now() + patience);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

async function acquire(folder: string, deadline: number): Promise<FolderLock> {
  for (;;) {
    try {
      return await lockFolder(folder);
    } catch (error) {
      if (!(error instanceof GatewayError && error.code === "GATEWAY_DATA_LOCKED")) throw error;
      if (Date.now() >= deadline) {
        throw new MarketDataError("LOCKED", `bars are being imported already: ${error.message}`, {
          cause: error,
        });
      }
    }
    await sleep(RETRY_MS);
  }
}
