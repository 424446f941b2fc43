import { type FileHandle, open } from "node:fs/promises";
import { BarFileError, MarketDataError } from "../errors.ts";

const READ_BYTES = 1 << 20;
const LINE_FEED = 10;

/** Whole lines of a file: the bytes `from` up to but without `to` end with a line feed, or with the file. */
export interface LineBlock {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
  /** Number of the first line, counted from 1. */
  readonly firstLine: number;
}

/** Reads a file as blocks of whole lines. The bytes of a block are overwritten by the next one. */
export async function* lineBlocks(file: string): AsyncGenerator<LineBlock, void, void> {
  const handle = await openToRead(file);
  try {
    const bytes = Buffer.allocUnsafe(2 * READ_BYTES);
    let kept = 0;
    let line = 1;
    for (;;) {
      const { bytesRead } = await handle.read(bytes, kept, READ_BYTES, null);
      const end = kept + bytesRead;
      if (bytesRead === 0) {
        if (kept > 0) yield { bytes, from: 0, to: kept, firstLine: line };
        return;
      }
      const to = bytes.lastIndexOf(LINE_FEED, end - 1) + 1;
      if (to === 0) {
        if (end < READ_BYTES) {
          kept = end;
          continue;
        }
        const text = bytes.toString("utf8", 0, 40);
        throw new BarFileError({ file, line, rule: "fields", reason: "the line is longer than 1 MiB", text });
      }
      yield { bytes, from: 0, to, firstLine: line };
      line += countLineFeeds(bytes, to);
      bytes.copy(bytes, 0, to, end);
      kept = end - to;
    }
  } finally {
    await handle.close();
  }
}

function countLineFeeds(bytes: Buffer, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < to; at = bytes.indexOf(LINE_FEED, at + 1))
    count += 1;
  return count;
}

async function openToRead(file: string): Promise<FileHandle> {
  try {
    const handle = await open(file, "r");
    if ((await handle.stat()).isDirectory()) {
      await handle.close();
      throw new MarketDataError("UNREADABLE_FILE", `${file} is a folder; name the CSV file in it`);
    }
    return handle;
  } catch (error) {
    if (error instanceof MarketDataError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    const reason = missing ? "there is no such file" : (error as Error).message;
    throw new MarketDataError("UNREADABLE_FILE", `cannot read ${file}: ${reason}`, { cause: error });
  }
}
