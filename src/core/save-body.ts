import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { TradePoseError } from "../errors/base.ts";
import type { BinaryKind } from "../errors/serialization.ts";
import type { HttpResponse } from "../internal/fetch.ts";
import type { Redactor } from "../internal/redact.ts";
import { checkEnds, type FileEnds, HEAD_SIZE, TAIL_SIZE } from "./binary-check.ts";

/** A download that became a file. */
export interface SavedFile {
  /** Absolute path. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Writes the body of an answer into a file: beside its place first, and there only when it is whole and sound. What
 * goes wrong leaves the folder, and a file that was there before, as they were.
 *
 * @throws TradePoseError (code `FILE`) when the file cannot be written, SerializationError when the body is not of
 * its kind, whatever reading the body throws.
 */
export async function saveBody(
  response: HttpResponse,
  path: string,
  kind: BinaryKind,
  what: string,
  redactor: Redactor,
): Promise<SavedFile> {
  const place = resolve(path);
  const beside = `${place}.${randomUUID()}.part`;
  const file = await onDisk(place, () => open(beside, "wx+")).catch(async (error) => {
    // A body that nobody reads keeps its connection busy.
    await response.body?.cancel();
    throw error;
  });
  try {
    const size = await fill(file, response, place, kind, what, redactor);
    await onDisk(place, () => rename(beside, place));
    return { path: place, size };
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Closes the file in every case: an open one cannot be moved everywhere. */
async function fill(
  file: FileHandle,
  response: HttpResponse,
  place: string,
  kind: BinaryKind,
  what: string,
  redactor: Redactor,
): Promise<number> {
  try {
    const size = await pour(response, file, place);
    checkEnds(kind, await onDisk(place, () => readEnds(file, size)), what, redactor);
    await onDisk(place, () => file.sync());
    return size;
  } finally {
    await file.close();
  }
}

async function pour(response: HttpResponse, file: FileHandle, place: string): Promise<number> {
  let size = 0;
  // Leaving the loop by an error cancels the body, and with it the connection.
  for await (const chunk of response.body ?? []) {
    await onDisk(place, () => file.appendFile(chunk));
    size += chunk.byteLength;
  }
  return size;
}

async function readEnds(file: FileHandle, size: number): Promise<FileEnds> {
  const tailSize = Math.min(size, TAIL_SIZE);
  const head = await readAt(file, 0, Math.min(size, HEAD_SIZE));
  const tail = await readAt(file, size - tailSize, tailSize);
  return { size, head, tail };
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let read = 0; read < length; ) {
    const { bytesRead } = await file.read(bytes, read, length - read, position + read);
    if (bytesRead === 0) throw new Error("the file became shorter while it was written");
    read += bytesRead;
  }
  return bytes;
}

/** Troubles of the disk are the caller's to mend: they must not look like a broken connection, which is retried. */
async function onDisk<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new TradePoseError(
      `${place} could not be written: ${cause instanceof Error ? cause.message : cause}; nothing was left behind`,
      { code: "FILE", context: { path: place }, cause },
    );
  }
}
