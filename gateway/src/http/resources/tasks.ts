import { type TaskMetadataResponse, TaskStatus } from "tradepose-client/models";
import type { TaskState } from "../../store/tasks.ts";
import type { Handlers } from "../handler.ts";
import { notFound } from "../http-error.ts";
import type { Services } from "../services.ts";

export function taskHandlers({ tasks }: Services): Handlers<"tasks.get"> {
  return {
    "tasks.get": async ({ caller, path }) => {
      const task = await tasks.find(caller.userId, path.task_id);
      if (task === undefined) throw notFound(`Task ${path.task_id}`);
      return { status: 200, body: metadataOf(task) };
    },
  };
}

function metadataOf(task: TaskState): TaskMetadataResponse {
  return {
    task_id: task.id,
    user_id: task.user_id,
    status: task.status,
    export_type: task.export_type,
    created_at: task.created_at.toISOString(),
    started_at: task.started_at?.toISOString() ?? null,
    completed_at: task.completed_at?.toISOString() ?? null,
    worker_id: task.worker_id,
    strategy_counts: task.strategy_counts,
    blueprint_counts: task.blueprint_counts,
    indicator_counts: task.indicator_counts,
    trigger_counts: task.trigger_counts,
    input_rows: task.input_rows,
    error_message: task.status === TaskStatus.FAILED ? task.error_message : null,
    rejected_entries: task.rejected_entries,
    ambiguous_trades: task.ambiguous_trades,
  };
}
