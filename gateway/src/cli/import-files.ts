import { join } from "node:path";
import type { Freq } from "tradepose-client/models";
import { MarketStore } from "../market-data/index.ts";

export interface ImportFilesOptions {
  readonly data: string;
  readonly instrument: string;
  readonly freq: Freq;
  readonly timezone?: string;
  readonly sessionStart?: string;
  readonly replace: boolean;
}

/** Imports into a data folder; a gateway that serves it sees the new bars at once. */
export async function importFiles(files: readonly string[], options: ImportFilesOptions): Promise<void> {
  const { data, ...settings } = options;
  const market = await MarketStore.open(join(data, "market"));
  const report = await market.importBars({ ...settings, files });
  const { instrument, freq, timezone, rows, added, first, last, changed } = report;
  console.log(
    `${instrument} ${freq} (${timezone}): ${rows} bars from ${first.toISOString()} to ${last.toISOString()}`,
  );
  console.log(changed ? `${added} bars added` : "nothing changed: these bars are stored already");
}
