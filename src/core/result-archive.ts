import { SerializationError } from "../errors/serialization.ts";
import { checkParquet } from "./binary-check.ts";
import { type ArchiveLimits, readZip } from "./zip.ts";

/** The two Parquet files of a backtest. */
export interface ResultFiles {
  readonly trades: Uint8Array;
  readonly performance: Uint8Array;
}

const members = { trades: "trades.parquet", performance: "performance.parquet" } as const;
const wanted: ReadonlySet<string> = new Set(Object.values(members));

/**
 * Unpacks the archive of a backtest. Other members are left alone.
 *
 * @throws SerializationError when it is no sound ZIP archive or beyond a limit, lacks a member, or a member is no
 * Parquet file.
 */
export function unpackResult(archive: Uint8Array, limits?: ArchiveLimits): ResultFiles {
  const files = readZip(archive, wanted, "The result archive", limits);
  return { trades: member(files, members.trades), performance: member(files, members.performance) };
}

function member(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = files.get(name);
  if (bytes === undefined) throw new SerializationError(`The result archive lacks ${name}`, "zip");
  checkParquet(bytes, `${name} of the result archive`);
  return bytes;
}
