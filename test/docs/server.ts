import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BatchTester, Freq, Period, TradePoseClient } from "tradepose-client";
import { startGateway } from "tradepose-gateway";
import type * as preamble from "./preamble.ts";
import { begin } from "./preamble.ts";

/** What only a server gives, by its name in the preamble. */
export type FromServer = Pick<typeof preamble, "client" | "tester" | "batch" | "apiKey" | "ids">;

/** A gateway with daily bars of SP500 from 2018 to 2025, and what examples have of it. */
export async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), "tradepose-test-"));
  const file = join(folder, "bars.csv");
  await writeFile(file, bars());
  const gateway = await startGateway({ dataDir: join(folder, "data") });
  const { url, apiKey } = gateway;
  await gateway.importBars({ instrument: "SP500", freq: Freq.DAY_1, file });
  const client = new TradePoseClient({ serverUrl: url, apiKey });
  const tester = new BatchTester({ serverUrl: url, apiKey, progress: "silent" });
  const batch = await tester
    .submit({ strategies: begin().strategies, periods: [Period.fromYear(2023), Period.fromYear(2024)] })
    .wait();
  const ids = batch.tasks.flatMap(({ taskId }) => taskId ?? []);
  const given: FromServer = { client, tester, batch, apiKey, ids };
  return {
    url,
    given,
    close: async () => {
      await tester.close();
      await client.close();
      await gateway.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A price that swings about a slow rise. */
function bars(): string {
  const rows = Array.from({ length: 365 * 8 }, (_, day) => {
    const date = new Date(Date.UTC(2018, 0, 1 + day)).toISOString().slice(0, 10);
    const price = 3_000 + day + 200 * Math.sin(day / 25);
    return [date, price, price + 20, price - 20, price + 5, 1_000].join(",");
  });
  return ["date,open,high,low,close,volume", ...rows].join("\n");
}
