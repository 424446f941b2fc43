import { crc32, inflateRawSync } from "node:zlib";
import { SerializationError } from "../errors/serialization.ts";
import { checkZip } from "./binary-check.ts";
import { broken, readZipEnd } from "./zip-end.ts";

/** How much an archive may hold before it is refused unread. */
export interface ArchiveLimits {
  /** Members, the ones nobody asked for included. Default 10,000. */
  readonly maxEntries?: number | undefined;
  /** Bytes of all members that are unpacked, together. Default 1 GiB. */
  readonly maxUnpackedSize?: number | undefined;
}

const MAX_ENTRIES = 10_000;
const MAX_UNPACKED_SIZE = 2 ** 30;

const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Place of the local header. */
  readonly offset: number;
}

/**
 * Unpacks members of a ZIP archive in memory, after its directory was found sound and within the limits; each member
 * must have the size and the CRC-32 that the directory says. Names are only compared, never used as paths.
 *
 * @param wanted Exact names; other members are left packed, and names that the archive lacks are not in the result.
 * @param what Names the archive in messages.
 * @throws SerializationError naming what is wrong.
 */
export function readZip(
  archive: Uint8Array,
  wanted: ReadonlySet<string>,
  what: string,
  { maxEntries = MAX_ENTRIES, maxUnpackedSize = MAX_UNPACKED_SIZE }: ArchiveLimits = {},
): ReadonlyMap<string, Uint8Array> {
  checkZip(archive, what);
  const entries = readDirectory(archive, what, maxEntries).filter(({ name }) => wanted.has(name));
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > maxUnpackedSize) {
    throw refused(what, `it would unpack to ${unpacked} bytes, ${maxUnpackedSize} is the limit`);
  }
  const members = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (members.has(entry.name)) throw broken(what, `it holds ${entry.name} twice`);
    members.set(entry.name, unpack(archive, entry, what));
  }
  return members;
}

function readDirectory(archive: Uint8Array, what: string, maxEntries: number): readonly Entry[] {
  const end = readZipEnd(archive, archive.length, what);
  if (end.entries > maxEntries) {
    throw refused(what, `it has ${end.entries} members, ${maxEntries} is the limit`);
  }
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const limit = end.offset + end.size;
  const names = new TextDecoder();
  const entries: Entry[] = [];
  let at = end.offset;
  while (entries.length < end.entries) {
    if (at + ENTRY_SIZE > limit || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
      throw broken(what, "its directory is damaged");
    }
    const nameLength = view.getUint16(at + 28, true);
    const next = at + ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > limit) throw broken(what, "its directory is damaged");
    entries.push({
      name: names.decode(archive.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

function unpack(archive: Uint8Array, entry: Entry, what: string): Uint8Array {
  const { name, size } = entry;
  if ((entry.flags & ENCRYPTED) !== 0) throw broken(what, `${name} is encrypted`);
  const packed = packedBytes(archive, entry, what);
  const bytes = entry.method === STORED ? packed.slice() : inflate(packed, entry, what);
  if (bytes.length !== size) {
    throw broken(what, `${name} unpacks to ${bytes.length} bytes where its directory says ${size}`);
  }
  if (crc32(bytes) !== entry.crc) throw broken(what, `the checksum of ${name} is wrong`);
  return bytes;
}

/** The local header repeats the directory, but its name and extra field may have other lengths. */
function packedBytes(archive: Uint8Array, { name, offset, packedSize }: Entry, what: string): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (offset + LOCAL_SIZE > archive.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE) {
    throw broken(what, `${name} is not where its directory says`);
  }
  const start = offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > archive.length) throw broken(what, `${name} is longer than the archive`);
  return archive.subarray(start, start + packedSize);
}

function inflate(packed: Uint8Array, { name, method, size }: Entry, what: string): Uint8Array {
  if (method !== DEFLATED)
    throw broken(what, `${name} is packed by method ${method}, which is not supported`);
  try {
    // The directory's word bounds the memory: one byte more than it says is an error, not an allocation.
    const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (cause) {
    throw broken(what, `${name} cannot be unpacked to the ${size} bytes its directory says`, cause);
  }
}

function refused(what: string, reason: string): SerializationError {
  return new SerializationError(`${what} is refused: ${reason}`, "zip");
}
