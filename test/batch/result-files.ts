import pl from "nodejs-polars";
import { type FrameSchema, performanceSchema, tradesSchema } from "../../src/generated/frames.ts";
import type { ExportRequest } from "../../src/generated/models.ts";

const made = new Map<string, { readonly trades: Uint8Array; readonly performance: Uint8Array }>();

/** Two trades and one performance row per strategy; `pnl` and `total` tell strategies and periods apart. */
export function resultFiles(request: ExportRequest): { trades: Uint8Array; performance: Uint8Array } {
  const names = request.strategy_configs.map(({ name }) => name);
  const key = `${names.join()} ${request.start_date}`;
  let files = made.get(key);
  if (files === undefined) {
    const year = Number(request.start_date?.slice(0, 4));
    const rows = names.map((name) => ({ strategy_name: name, blueprint_name: "base" }));
    files = {
      trades: parquet(tradesSchema, [
        ...rows.map((row) => ({ ...row, pnl: year, entry_time: Date.UTC(year, 0, 2) })),
        ...rows.map((row) => ({ ...row, pnl: year + 0.5, entry_time: Date.UTC(year, 0, 3) })),
      ]),
      performance: parquet(
        performanceSchema,
        rows.map((row) => ({ ...row, metric_type: "pnl", trades: 2, total: 2 * year + 0.5 })),
      ),
    };
    made.set(key, files);
  }
  return files;
}

/** A Parquet file of a schema; columns that a row leaves out are null. */
export function parquet(
  schema: FrameSchema,
  rows: readonly Readonly<Record<string, string | number>>[],
): Uint8Array {
  const columns = schema.columns.map(({ name, dtype }) => {
    const values = rows.map((row) => row[name] ?? null);
    return pl.Series(name, values, dtype === "String" ? pl.String : pl.Float64).cast(polarsType(dtype));
  });
  return pl.DataFrame(columns).writeParquet({ compression: "snappy" });
}

function polarsType(dtype: string) {
  if (dtype === "Datetime") return pl.Datetime("ms");
  if (dtype === "Boolean") return pl.Bool;
  if (dtype === "Int32") return pl.Int32;
  if (dtype === "Int64") return pl.Int64;
  if (dtype === "UInt32") return pl.UInt32;
  return dtype === "String" ? pl.String : pl.Float64;
}
