import { SerializationError } from "../errors/serialization.ts";

const SIGNATURE = 0x06054b50;
const FIXED_SIZE = 22;
/** The end record with the longest comment that its length field can tell. */
export const LONGEST_ZIP_END = FIXED_SIZE + 0xffff;

/** Where the directory of an archive lies. */
export interface ZipEnd {
  readonly entries: number;
  /** Place of the first directory entry in the archive. */
  readonly offset: number;
  /** Bytes of the directory. */
  readonly size: number;
}

/** Stands in a field whose value does not fit and is told by the ZIP64 record instead. */
const BEYOND_16_BITS = 0xffff;
const BEYOND_32_BITS = 0xffffffff;

/**
 * Reads the end record of an archive (PKWARE APPNOTE 4.3.16) from its last bytes: the one whose comment ends exactly
 * with the archive, and before which the directory that it names must fit.
 *
 * @param tail The last bytes of the archive, {@link LONGEST_ZIP_END} when there are so many.
 * @param total Bytes of the whole archive.
 * @param what Names the archive in messages.
 * @throws SerializationError when there is none, or when it is beyond what this reader takes (ZIP64).
 */
export function readZipEnd(tail: Uint8Array, total: number, what: string): ZipEnd {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const at = placeOfEnd(view);
  if (at === undefined) throw broken(what, "its end is missing");
  const end = {
    entries: view.getUint16(at + 10, true),
    size: view.getUint32(at + 12, true),
    offset: view.getUint32(at + 16, true),
  };
  if (end.entries === BEYOND_16_BITS || end.offset === BEYOND_32_BITS) {
    throw new SerializationError(`${what} is refused: it is a ZIP64 file, larger than any result`, "zip");
  }
  if (end.offset + end.size > total - tail.length + at) throw broken(what, "its end is missing");
  return end;
}

function placeOfEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - LONGEST_ZIP_END);
  for (let at = view.byteLength - FIXED_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) !== SIGNATURE) continue;
    if (view.getUint16(at + 20, true) === view.byteLength - at - FIXED_SIZE) return at;
  }
  return undefined;
}

export function broken(what: string, reason: string, cause?: unknown): SerializationError {
  return new SerializationError(`${what} is a broken ZIP file: ${reason}`, "zip", { cause });
}
