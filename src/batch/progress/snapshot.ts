import type { TaskBoard } from "../task-board.ts";

/** How far a batch is. */
export interface BatchProgress {
  readonly total: number;
  readonly pending: number;
  readonly processing: number;
  readonly completed: number;
  readonly failed: number;
  /** Completed and failed over total, 0 to 1. */
  readonly fraction: number;
  /** Milliseconds since the submission. */
  readonly elapsed: number;
  /** Tasks ended per second, over the whole batch so far. */
  readonly rate: number;
  /** Milliseconds left at that rate; null before the first task has ended. */
  readonly remaining: number | null;
  /** Different reasons of the failures so far, in the order in which they came. */
  readonly failures: readonly string[];
}

/** @param started `performance.now()` at the submission. */
export function snapshot(board: TaskBoard, started: number): BatchProgress {
  const total = board.records.length;
  const ended = board.settledCount;
  const elapsed = performance.now() - started;
  return {
    total,
    ...board.counts,
    fraction: ended / total,
    elapsed,
    rate: elapsed > 0 ? (ended / elapsed) * 1_000 : 0,
    remaining: ended === 0 ? null : ((total - ended) * elapsed) / ended,
    failures: board.failures,
  };
}
