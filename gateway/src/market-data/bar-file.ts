import { createHash, type Hash, randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Bars } from "../engine/bars.ts";
import { BAR_COLUMNS, type BarColumn, type BarSource } from "./bar-columns.ts";
import { MarketDataError } from "./errors.ts";

/*
 * A bar file is a header of 32 bytes, then the columns ts, open, high, low, close and volume one after the other, each
 * as 8-byte doubles. All numbers are little-endian, as on every platform that Node supports and serves.
 * Header: 8 bytes of magic, format version (u32), number of columns (u32), rows (u64), 8 bytes of zero.
 */
const MAGIC = "TPBARS\r\n";
const VERSION = 1;
const HEADER_BYTES = 32;
const CELL_BYTES = 8;
const READ_BYTES = 1 << 24;

/** Name ending of bar files; the rest of the name is the SHA-256 of the content. */
export const BAR_FILE_ENDING = ".bars";
/** Name ending of files that are being written. */
export const UNFINISHED_ENDING = ".tmp";

/** SHA-256 of a bar file in hex: two series with the same fingerprint are the same bars. */
export type Fingerprint = string;

export function barFileName(fingerprint: Fingerprint): string {
  return `${fingerprint}${BAR_FILE_ENDING}`;
}

/** Writes the bars into the folder under the name of their content: beside, flushed, then renamed. */
export async function writeBarFile(folder: string, bars: BarSource): Promise<Fingerprint> {
  const unfinished = join(folder, `${randomUUID()}${UNFINISHED_ENDING}`);
  try {
    const fingerprint = await writeContent(unfinished, bars);
    await rename(unfinished, join(folder, barFileName(fingerprint)));
    return fingerprint;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The name that `writeBarFile` would give. */
export function fingerprintOf(bars: BarSource): Fingerprint {
  const hash = createHash("sha256").update(header(bars.length));
  for (const column of BAR_COLUMNS) for (const piece of bars.pieces(column)) hash.update(bytesOf(piece));
  return hash.digest("hex");
}

/**
 * Reads a bar file into memory that threads can share.
 * @throws MarketDataError `CORRUPT_STORE` when the content is not what was written.
 */
export async function readBarFile(folder: string, fingerprint: Fingerprint): Promise<Bars> {
  const path = join(folder, barFileName(fingerprint));
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    const memory = new SharedArrayBuffer(size);
    const hash = createHash("sha256");
    await readAll(handle, new Uint8Array(memory), hash);
    const rows = rowsIn(memory);
    if (hash.digest("hex") !== fingerprint || rows === undefined) {
      throw new MarketDataError("CORRUPT_STORE", `${path} is damaged; import the bars again with replace`);
    }
    return barsOn(memory, rows);
  } finally {
    await handle.close();
  }
}

async function writeContent(path: string, bars: BarSource): Promise<Fingerprint> {
  const hash = createHash("sha256");
  const handle = await open(path, "wx");
  try {
    const put = async (bytes: Uint8Array): Promise<void> => {
      hash.update(bytes);
      await handle.writeFile(bytes);
    };
    await put(header(bars.length));
    for (const column of BAR_COLUMNS) for (const piece of bars.pieces(column)) await put(bytesOf(piece));
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest("hex");
}

function header(rows: number): Uint8Array {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write(MAGIC, 0, "latin1");
  bytes.writeUInt32LE(VERSION, 8);
  bytes.writeUInt32LE(BAR_COLUMNS.length, 12);
  bytes.writeBigUInt64LE(BigInt(rows), 16);
  return bytes;
}

/** The number of rows, or undefined when the header is not ours or does not fit the size. */
function rowsIn(memory: SharedArrayBuffer): number | undefined {
  if (memory.byteLength < HEADER_BYTES) return undefined;
  const rows = Number(new DataView(memory).getBigUint64(16, true));
  const isOurs = Buffer.from(memory, 0, HEADER_BYTES).equals(header(rows));
  return isOurs && memory.byteLength === HEADER_BYTES + BAR_COLUMNS.length * rows * CELL_BYTES
    ? rows
    : undefined;
}

function barsOn(memory: SharedArrayBuffer, rows: number): Bars {
  const column = (name: BarColumn): Float64Array =>
    new Float64Array(memory, HEADER_BYTES + BAR_COLUMNS.indexOf(name) * rows * CELL_BYTES, rows);
  return {
    length: rows,
    ts: column("ts"),
    open: column("open"),
    high: column("high"),
    low: column("low"),
    close: column("close"),
    volume: column("volume"),
  };
}

async function readAll(handle: FileHandle, into: Uint8Array, hash: Hash): Promise<void> {
  let at = 0;
  while (at < into.length) {
    const { bytesRead } = await handle.read(into, at, Math.min(READ_BYTES, into.length - at), at);
    if (bytesRead === 0) return;
    hash.update(into.subarray(at, at + bytesRead));
    at += bytesRead;
  }
}

function bytesOf(values: Float64Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
