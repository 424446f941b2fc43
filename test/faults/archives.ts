import { strToU8, zipSync } from "fflate";
import type { ExportRequest } from "../../src/generated/models.ts";
import { resultFiles } from "../batch/result-files.ts";
import { strategy } from "../batch/strategies.ts";

export const exportBody = {
  strategy_configs: [strategy("sma")],
  start_date: "2020-01-01",
  end_date: "2020-12-31",
} satisfies Omit<ExportRequest, "export_type">;

const files = resultFiles({ ...exportBody, export_type: 0 });

/** A true Parquet file of trades. */
export const parquetFile = Uint8Array.from(files.trades);

const members = { "trades.parquet": files.trades, "performance.parquet": files.performance };

/** A true result of a backtest. */
export const archive = zipSync(members, { level: 0 });

export const archiveWithoutTrades = zipSync({ "performance.parquet": files.performance });

/** Both members are there, one of them holds something else. */
export const archiveOfText = zipSync({ ...members, "trades.parquet": strToU8("<html>no</html>") });

/** Members whose names lead out of any folder they would be written to, beside the true ones. */
export const archiveWithPaths = zipSync({
  "../../escaped.txt": strToU8("x"),
  "/etc/x": strToU8("x"),
  ...members,
});

const MEBIBYTE = 2 ** 20;

/** 48 KiB that are 48 MiB when unpacked, and lie about it: the directory says 1,000 bytes. */
export const lyingBomb = withUnpackedSize(zeros(48 * MEBIBYTE), 1_000);

/** Says in its directory that one member has nearly 4 GiB. */
export const declaredBomb = withUnpackedSize(zeros(MEBIBYTE), 2 ** 32 - 2);

/** More members than any result has. */
export const crowdedArchive = zipSync({
  ...Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`${index}`, new Uint8Array()])),
  ...members,
});

/** The archive with one bit turned in the middle of its first member, so that its checksum is wrong. */
export const flippedArchive = flipped(archive, Math.floor(files.trades.length / 2));

function zeros(size: number): Uint8Array {
  return zipSync({ ...members, "trades.parquet": new Uint8Array(size) }, { level: 9 });
}

/** The archive with another unpacked size of its first member, in its local header and in the directory. */
function withUnpackedSize(zip: Uint8Array, size: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  view.setUint32(22, size, true);
  view.setUint32(view.getUint32(end + 16, true) + 24, size, true);
  return zip;
}

function flipped(bytes: Uint8Array, index: number): Uint8Array {
  return bytes.map((byte, at) => (at === index ? byte ^ 1 : byte));
}
