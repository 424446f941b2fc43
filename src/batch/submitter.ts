import { setImmediate } from "node:timers/promises";
import type { ExportClient } from "../core/export.ts";
import type { Limiter } from "../core/limiter.ts";
import type { BacktestRequest } from "./request.ts";
import type { TaskBoard, TaskRecord } from "./task-board.ts";

/** What a submission needs. */
export interface SubmissionParts {
  readonly request: BacktestRequest;
  readonly board: TaskBoard;
  readonly export: ExportClient;
  readonly limiter: Limiter;
  readonly signal: AbortSignal;
}

/**
 * Submits every task of a batch, a bounded number at a time. A failed submission is a failed task. Nothing is done
 * before the caller's own turn has ended, so that `submit` returns at once.
 */
export async function submitAll(parts: SubmissionParts): Promise<void> {
  await setImmediate();
  await Promise.all(parts.board.records.map((record) => parts.limiter.run(() => submitOne(parts, record))));
}

async function submitOne({ request, board, export: exports, signal }: SubmissionParts, record: TaskRecord) {
  if (signal.aborted) return;
  try {
    const accepted = await exports.create(request.exportBody(record), { signal });
    board.accepted(record, accepted.task_id);
  } catch (error) {
    if (!signal.aborted) board.fail(record, asError(error));
  }
}

/** Anything can be thrown; results carry an Error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
}
