import { getEventListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { TradePoseClient } from "../../src/core/index.ts";
import type { FaultServer } from "./server.ts";

const SETTLE_MS = 2_000;

/** What a process holds on to: timers that are running and sockets that are open. */
export interface Held {
  readonly timers: number;
  readonly sockets: number;
}

export function held(): Held {
  const names = process.getActiveResourcesInfo();
  const count = (...kinds: readonly string[]) => names.filter((name) => kinds.includes(name)).length;
  return { timers: count("Timeout"), sockets: count("TCPSocketWrap", "TLSWrap") };
}

/**
 * Closes a client and lists what its calls left behind: requests still open before it was closed; after it sockets,
 * timers beyond those from before, listeners on the signal. Waits a little for each to go.
 */
export async function leaksOf(
  client: TradePoseClient,
  server: FaultServer,
  signal: AbortSignal,
  before: Held,
): Promise<readonly string[]> {
  const leaks: string[] = [];
  const settled = async (what: string, left: () => number) => {
    const end = performance.now() + SETTLE_MS;
    while (left() > 0 && performance.now() < end) await pause(2);
    if (left() > 0) leaks.push(`${left()} ${what}`);
  };
  await settled("requests open after their call", () => server.openExchanges);
  await settled("listeners on the signal", () => getEventListeners(signal, "abort").length);
  await client.close();
  await settled("connections open after close", () => server.openSockets);
  await settled("sockets held by the process", () => held().sockets - before.sockets);
  await settled("timers running", () => held().timers - before.timers);
  return leaks;
}
