import type { ExportRequest } from "tradepose-client/models";
import type { NewTrade } from "../store/trades.ts";

export type { NewTrade } from "../store/trades.ts";

/** What a task read and found; the `*_counts` and extension fields of the task's public form. */
export interface TaskCounts {
  readonly strategies: number;
  readonly blueprints: number;
  readonly indicators: number;
  readonly triggers: number;
  /** Base bars of the period. */
  readonly inputRows: number;
  /** Bars on which an entry fired and could not fill at its price. */
  readonly rejectedEntries: number;
  /** Trades whose order of events a bar could not tell. */
  readonly ambiguousTrades: number;
}

/** A task handed to a worker, which must `finish`, `fail` or `giveBack` it. */
export interface ClaimedTask {
  readonly id: string;
  readonly userId: string;
  readonly request: ExportRequest;
  /** 1 for the first execution; above 1 when an earlier one died with its process. */
  readonly attempt: number;
}

/** What an execution produced. */
export interface TaskOutcome {
  /** Bytes by result type, as in the path of the download: `trades`, `performance`, `validation_result` ... */
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly counts: TaskCounts;
  /** Trades to be found by the trades query; nothing is persisted when absent. */
  readonly trades?: readonly NewTrade[];
}

/** The worker's side of the task queue. Executions may repeat after a crash; a result is stored once. */
export interface TaskQueue {
  /**
   * Takes up to `limit` tasks, oldest first, and marks them as processing by `workerId`. Gives an empty array when
   * there is nothing to do.
   */
  claim(limit: number, workerId: string): Promise<readonly ClaimedTask[]>;
  /** Stores the result and its trades and marks the task completed, all or nothing. Ignored when the task is no longer held. */
  finish(taskId: string, outcome: TaskOutcome): Promise<void>;
  /** Marks the task failed for good with a message for its owner. Ignored when the task is no longer held. */
  fail(taskId: string, message: string): Promise<void>;
  /** Returns tasks that were claimed and not executed, without counting the attempt. */
  giveBack(taskIds: readonly string[]): Promise<void>;
  /** Calls `listener` whenever there may be work; returns the function that ends it. */
  onWork(listener: () => void): () => void;
}
