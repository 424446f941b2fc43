import { type BinaryKind, SerializationError } from "../errors/serialization.ts";
import { Redactor } from "../internal/redact.ts";
import { LONGEST_ZIP_END, readZipEnd } from "./zip-end.ts";

/** The ends of a file, by which a whole one can be told from a broken one without reading all of it. */
export interface FileEnds {
  /** Bytes of the whole file. */
  readonly size: number;
  /** Its first bytes, at least {@link HEAD_SIZE} when there are so many. */
  readonly head: Uint8Array;
  /** Its last bytes, at least {@link TAIL_SIZE} when there are so many. */
  readonly tail: Uint8Array;
}

/** More than the longest secret that a server may echo: what is shown must not begin in the middle of one. */
export const HEAD_SIZE = 8_192;
export const TAIL_SIZE = LONGEST_ZIP_END;

/** Characters of the beginning that a message shows. */
const SHOWN = 20;
const PARQUET_MAGIC = [0x50, 0x41, 0x52, 0x31];
/** Magic, footer length, magic. */
const SMALLEST_PARQUET = 12;
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04];
/** An archive without members is its end record alone. */
const EMPTY_ZIP_MAGIC = [0x50, 0x4b, 0x05, 0x06];

/**
 * Checks that bytes are a whole Parquet file before they are kept or believed: the magic at both ends, and a footer
 * that fits between them.
 *
 * @throws SerializationError naming what is wrong.
 */
export function checkParquet(bytes: Uint8Array, what: string, redactor?: Redactor): void {
  checkEnds("parquet", endsOf(bytes), what, redactor);
}

/**
 * Checks that bytes are a whole ZIP file: the magic at both ends, and a directory that fits between them.
 *
 * @throws SerializationError naming what is wrong.
 */
export function checkZip(bytes: Uint8Array, what: string, redactor?: Redactor): void {
  checkEnds("zip", endsOf(bytes), what, redactor);
}

/** The same for a file of which only the ends were read. */
export function checkEnds(
  kind: BinaryKind,
  ends: FileEnds,
  what: string,
  redactor: Redactor = new Redactor(),
): void {
  if (kind === "parquet") checkParquetEnds(ends, what, redactor);
  else checkZipEnds(ends, what, redactor);
}

/** The beginning of bytes for a message, readable when it is text. */
function begins(bytes: Uint8Array, redactor: Redactor): string {
  if (bytes.length === 0) return "it is empty";
  const text = redactor.text(new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_SIZE)));
  return `it begins ${JSON.stringify(text.slice(0, SHOWN))}`;
}

function endsOf(bytes: Uint8Array): FileEnds {
  return { size: bytes.length, head: bytes, tail: bytes };
}

function checkParquetEnds({ size, head, tail }: FileEnds, what: string, redactor: Redactor): void {
  if (size < SMALLEST_PARQUET || !matches(head, 0, PARQUET_MAGIC)) {
    throw new SerializationError(`${what} is no Parquet file: ${begins(head, redactor)}`, "parquet");
  }
  const footer = new DataView(tail.buffer, tail.byteOffset + tail.length - 8, 4).getUint32(0, true);
  if (!matches(tail, tail.length - 4, PARQUET_MAGIC) || footer > size - SMALLEST_PARQUET) {
    throw new SerializationError(`${what} is a broken Parquet file: its end is missing`, "parquet");
  }
}

function checkZipEnds({ size, head, tail }: FileEnds, what: string, redactor: Redactor): void {
  if (!matches(head, 0, ZIP_MAGIC) && !matches(head, 0, EMPTY_ZIP_MAGIC)) {
    throw new SerializationError(`${what} is no ZIP file: ${begins(head, redactor)}`, "zip");
  }
  readZipEnd(tail, size, what);
}

function matches(bytes: Uint8Array, offset: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[offset + index] === byte);
}
