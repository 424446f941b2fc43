import { setImmediate } from "node:timers/promises";
import type { ExportClient } from "../core/export.ts";
import type { Limiter } from "../core/limiter.ts";
import type { ExportRequest } from "../generated/models.ts";
import type { TaskUnit } from "./request.ts";
import { isCurrent, type TaskBoard, type TaskRecord } from "./task-board.ts";

/** What a submission needs. */
export interface SubmissionParts {
  readonly exportBody: (unit: TaskUnit) => ExportRequest;
  readonly board: TaskBoard;
  readonly export: ExportClient;
  readonly limiter: Limiter;
  readonly signal: AbortSignal;
  /** Takes the id of a task that was accepted when nobody wanted it any more. */
  readonly onStray: (taskId: string) => void;
}

/**
 * Submits tasks, a bounded number at a time. A failed submission is a failed task. Nothing is done before the caller's
 * own turn has ended, so that `submit` returns at once.
 */
export async function submitAll(parts: SubmissionParts, records: readonly TaskRecord[]): Promise<void> {
  const attempts = records.map((record) => ({ record, attempt: record.attempt }));
  await setImmediate();
  await Promise.all(
    attempts.map(({ record, attempt }) => parts.limiter.run(() => submitOne(parts, record, attempt))),
  );
}

async function submitOne(
  { exportBody, board, export: exports, signal, onStray }: SubmissionParts,
  record: TaskRecord,
  attempt: number,
): Promise<void> {
  if (signal.aborted || !isCurrent(record, attempt)) return;
  try {
    const accepted = await exports.create(exportBody(record), { signal });
    if (isCurrent(record, attempt)) board.accepted(record, accepted.task_id);
    else onStray(accepted.task_id);
  } catch (error) {
    if (!signal.aborted && isCurrent(record, attempt)) board.fail(record, asError(error));
  }
}

/** Anything can be thrown; results carry an Error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
}
