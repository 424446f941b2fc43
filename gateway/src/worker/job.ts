import type { ExportRequest } from "tradepose-client/models";
import type { StoredSeries } from "../market-data/index.ts";
import type { TaskOutcome } from "../tasks/queue.ts";

/** What a thread needs to execute one task. The bars of the series lie on shared memory and are not copied. */
export interface Job {
  readonly request: ExportRequest;
  /** Every series that the request names and that exists. */
  readonly series: readonly StoredSeries[];
}

/** What became of a job: its result, or why there is none, as a message for the owner of the task. */
export type JobOutcome =
  | { readonly kind: "done"; readonly outcome: TaskOutcome }
  | { readonly kind: "failed"; readonly message: string };

export function done(outcome: TaskOutcome): JobOutcome {
  return { kind: "done", outcome };
}

export function failed(message: string): JobOutcome {
  return { kind: "failed", message };
}

/** Symbols of all series that a request reads. */
export function symbolsOf(request: ExportRequest): ReadonlySet<string> {
  const symbols = new Set<string>();
  const add = (symbol: string | null | undefined): void => {
    if (symbol != null) symbols.add(symbol);
  };
  add(request.base_instrument);
  for (const { instrument } of request.indicator_specs ?? []) add(instrument);
  for (const { base_instrument, indicators } of request.strategy_configs) {
    add(base_instrument);
    for (const { instrument } of indicators ?? []) add(instrument);
  }
  return symbols;
}
