import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { checkZip } from "../../src/core/binary-check.ts";
import { unpackResult } from "../../src/core/result-archive.ts";
import { type ArchiveLimits, readZip } from "../../src/core/zip.ts";
import { SerializationError } from "../../src/errors/index.ts";
import { performanceSchema } from "../../src/generated/frames.ts";
import { parquet } from "../batch/result-files.ts";

const ENTRY = 0x02014b50;
const END = 0x06054b50;

const text = new TextEncoder().encode("some text, some text, some text");
const stored = () => zipSync({ "a.txt": text, "b.txt": new Uint8Array(3) }, { level: 0 });
const deflated = () => zipSync({ "a.txt": text, "b.txt": new Uint8Array(3) }, { level: 9 });

/** Changes a number behind the first record with a signature. */
function edit(archive: Uint8Array, signature: number, offset: number, bits: 16 | 32, value: number) {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let at = 0;
  while (view.getUint32(at, true) !== signature) at++;
  if (bits === 16) view.setUint16(at + offset, value, true);
  else view.setUint32(at + offset, value, true);
  return archive;
}

const read = (archive: Uint8Array, limits?: ArchiveLimits, wanted = ["a.txt"]) =>
  readZip(archive, new Set(wanted), "The archive", limits);

describe("readZip", () => {
  it("reads what was written, whatever the names, sizes and packing", () => {
    fc.assert(
      fc.property(
        // The writer of the tests cannot write "__proto__": it collects entries by assignment.
        fc.dictionary(
          fc.string({ minLength: 1, unit: "grapheme" }).filter((name) => name !== "__proto__"),
          fc.uint8Array({ maxLength: 500 }),
        ),
        fc.constantFrom(0, 1, 9),
        fc.uint8Array({ maxLength: 50 }),
        (files, level, comment) => {
          const archive = zipSync(files, { level: level as 0 | 1 | 9 });
          const commented = new Uint8Array([...archive, ...comment]);
          new DataView(commented.buffer).setUint16(archive.length - 2, comment.length, true);
          expect(Object.fromEntries(read(commented, {}, Object.keys(files)))).toEqual(files);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("believes no archive that lost bytes at its end", () => {
    const archive = deflated();
    for (let length = 0; length < archive.length; length++) {
      expect(() => read(archive.subarray(0, length)), `${length} bytes`).toThrow(SerializationError);
    }
  });

  it("ends with nothing but its own error, whatever bytes are flipped, and then only with what was packed", () => {
    fc.assert(
      fc.property(fc.nat(deflated().length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const archive = deflated();
        archive[place] = (archive[place] ?? 0) ^ flip;
        try {
          const bytes = read(archive).get("a.txt");
          if (bytes !== undefined) expect(bytes).toEqual(text);
        } catch (error) {
          expect(error).toBeInstanceOf(SerializationError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["nothing", new Uint8Array(), "is no ZIP file: it is empty"],
    ["a page", Buffer.from("<html>no</html>"), 'is no ZIP file: it begins "<html>no</html>"'],
    ["half an archive", stored().subarray(0, 100), "is a broken ZIP file: its end is missing"],
    ["bytes behind the end", new Uint8Array([...stored(), 0]), "its end is missing"],
    ["a directory beyond the end", edit(stored(), END, 12, 32, 5_000), "its end is missing"],
    ["more entries than the directory holds", edit(stored(), END, 10, 16, 3), "its directory is damaged"],
    ["ZIP64", edit(stored(), END, 16, 32, 0xffffffff), "is refused: it is a ZIP64 file"],
    ["a member that is not where it should be", edit(stored(), ENTRY, 42, 32, 4), "a.txt is not where"],
    ["a member of another length", edit(stored(), ENTRY, 24, 32, 30), "unpacks to 31 bytes where"],
    [
      "a member longer than it says",
      edit(deflated(), ENTRY, 24, 32, 30),
      "cannot be unpacked to the 30 bytes",
    ],
    ["a wrong checksum", edit(stored(), ENTRY, 16, 32, 1), "the checksum of a.txt is wrong"],
    ["an encrypted member", edit(stored(), ENTRY, 8, 16, 1), "a.txt is encrypted"],
    ["a strange packing", edit(stored(), ENTRY, 10, 16, 93), "packed by method 93"],
    [
      "a packed size beyond the archive",
      edit(stored(), ENTRY, 20, 32, 2 ** 31),
      "a.txt is longer than the archive",
    ],
  ])("refuses %s", (_, archive, message) => {
    expect(() => read(archive)).toThrow(SerializationError);
    expect(() => read(archive)).toThrow(message);
  });

  it.each([["two entries of one name", ["a.txt", "a.txt"], "holds a.txt twice"]])(
    "refuses %s",
    (_, wanted, message) => {
      const archive = stored();
      // The second entry takes the name of the first.
      Buffer.from(archive.buffer).write("a", archive.lastIndexOf("b".charCodeAt(0)));
      expect(() => read(archive, {}, wanted)).toThrow(message);
    },
  );

  it("refuses a bomb before it unpacks anything", () => {
    const bomb = zipSync({ "a.txt": new Uint8Array(10_000_000) });
    expect(bomb.length).toBeLessThan(20_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(() => read(bomb, { maxUnpackedSize: 1_000_000 })).toThrow(
      "The archive is refused: it would unpack to 10000000 bytes, 1000000 is the limit",
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
  });

  it("refuses more members than the limit", () => {
    expect(() => read(stored(), { maxEntries: 1 })).toThrow("it has 2 members, 1 is the limit");
    expect(read(stored(), { maxEntries: 2 }).get("a.txt")).toEqual(text);
  });

  it("compares names and does nothing else with them", () => {
    const evil = zipSync({ "../../etc/a.txt": text, "a.txt": text });
    expect([...read(evil).keys()]).toEqual(["a.txt"]);
  });
});

describe("checkZip", () => {
  it("accepts archives, empty ones too", () => {
    for (const archive of [stored(), deflated(), zipSync({}), zipSync({ r: randomBytes(70_000) })]) {
      expect(() => checkZip(archive, "it")).not.toThrow();
    }
  });
});

describe("unpackResult", () => {
  const file = new Uint8Array(parquet(performanceSchema, []));
  const archive = zipSync({
    "trades.parquet": file,
    "performance.parquet": file,
    "notes.txt": new Uint8Array(9),
  });

  it("gives both members and leaves others alone", () => {
    expect(unpackResult(archive)).toEqual({ trades: file, performance: file });
  });

  it.each([
    ["a missing member", zipSync({ "trades.parquet": file }), {}, "lacks performance.parquet"],
    [
      "a member that is no Parquet file",
      zipSync({ "trades.parquet": file, "performance.parquet": new Uint8Array(5) }),
      {},
      "performance.parquet of the result archive is no Parquet file",
    ],
    ["members that are too large together", archive, { maxUnpackedSize: file.length }, "is the limit"],
    ["too many members", archive, { maxEntries: 2 }, "it has 3 members"],
    [
      "a directory that announces 2 GiB",
      edit(archive.slice(), ENTRY, 24, 32, 2 ** 31),
      {},
      "would unpack to",
    ],
  ])("refuses %s", (_, bytes, limits, message) => {
    expect(() => unpackResult(bytes, limits)).toThrow(SerializationError);
    expect(() => unpackResult(bytes, limits)).toThrow(message);
  });
});
