import { zipSync } from "fflate";
import { TaskStatus } from "tradepose-client/models";
import type { Caller, Handlers } from "../handler.ts";
import { HttpError, notFound } from "../http-error.ts";
import type { Services } from "../services.ts";

type ResultOperations =
  | "tasks.downloadResult"
  | "tasks.downloadTrades"
  | "tasks.downloadPerformance"
  | "tasks.downloadEnhancedOhlcv"
  | "tasks.downloadOnDemandOhlcv"
  | "tasks.getLatestTrades"
  | "tasks.getValidationResult";

export function resultHandlers({ tasks }: Services): Handlers<ResultOperations> {
  async function bytesOf(caller: Caller, taskId: string, type: string): Promise<Uint8Array> {
    const bytes = await tasks.result(caller.userId, taskId, type);
    if (bytes === undefined) throw await missing(caller, taskId, type);
    return bytes;
  }

  /** Says which of the reasons for a 404 it is. */
  async function missing(caller: Caller, taskId: string, type: string): Promise<HttpError> {
    const task = await tasks.find(caller.userId, taskId);
    if (task === undefined) return notFound(`Task ${taskId}`);
    if (task.status === TaskStatus.FAILED) {
      return new HttpError(
        404,
        `Task ${taskId} failed and has no results: ${task.error_message ?? "no reason given"}`,
      );
    }
    if (task.status !== TaskStatus.COMPLETED) {
      return new HttpError(404, `Task ${taskId} is not completed yet; ask for its status until it is.`);
    }
    return new HttpError(404, `Task ${taskId} has no result "${type}".`);
  }

  const file = async (caller: Caller, taskId: string, type: string) => {
    const body = await bytesOf(caller, taskId, type);
    return { status: 200, body } as const;
  };

  /** Stored by our own worker in the contract's shape. */
  const json = async <Body>(caller: Caller, taskId: string, type: string) => {
    const text = Buffer.from(await bytesOf(caller, taskId, type)).toString("utf8");
    return { status: 200, body: JSON.parse(text) as Body } as const;
  };

  return {
    "tasks.downloadResult": async ({ caller, path }) => {
      const trades = await bytesOf(caller, path.task_id, "trades");
      const performance = await bytesOf(caller, path.task_id, "performance");
      return { status: 200, body: zip({ "trades.parquet": trades, "performance.parquet": performance }) };
    },
    "tasks.downloadTrades": ({ caller, path }) => file(caller, path.task_id, "trades"),
    "tasks.downloadPerformance": ({ caller, path }) => file(caller, path.task_id, "performance"),
    "tasks.downloadEnhancedOhlcv": ({ caller, path }) => file(caller, path.task_id, "enhanced_ohlcv"),
    "tasks.downloadOnDemandOhlcv": ({ caller, path }) => file(caller, path.task_id, "on_demand_ohlcv"),
    "tasks.getLatestTrades": ({ caller, path }) => json(caller, path.task_id, "latest_trades"),
    "tasks.getValidationResult": ({ caller, path }) => json(caller, path.task_id, "validation_result"),
  };
}

/** Stored, since Parquet is compressed already; without the current time, so that equal results are equal bytes. */
function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...files }, { level: 0, mtime: new Date(1980, 0, 1) });
}
