import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { MarketStore } from "../../src/market-data/index.ts";

const SP500 = new URL("../../../node_modules/vega-datasets/data/sp500-2000.csv", import.meta.url);

/** A store in a folder of its own with the daily bars of the S&P 500, 2000-01-03 to 2020-04-17, as `SP500`. */
export async function importedSp500(): Promise<{ readonly folder: string; readonly market: MarketStore }> {
  const folder = await mkdtemp(join(tmpdir(), "tradepose-worker-"));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const market = await MarketStore.open(folder);
  await market.importBars({ instrument: "SP500", freq: "1D", file: fileURLToPath(SP500) });
  return { folder, market };
}
