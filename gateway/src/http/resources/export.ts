import { ExportType, OperationType } from "tradepose-client/models";
import type { Handlers } from "../handler.ts";
import { unprocessable } from "../http-error.ts";
import type { Services } from "../services.ts";

const operationOf: Readonly<Record<ExportType, OperationType>> = {
  [ExportType.BACKTEST_RESULTS]: OperationType.BACKTEST_RESULTS,
  [ExportType.LATEST_TRADES]: OperationType.LATEST_TRADES,
  [ExportType.ENHANCED_OHLCV]: OperationType.ENHANCED_OHLCV,
  [ExportType.ON_DEMAND_OHLCV]: OperationType.ON_DEMAND_OHLCV,
  [ExportType.VALIDATE_STRATEGY]: OperationType.VALIDATE_STRATEGY,
};

export function exportHandlers({ tasks, checkExport }: Services): Handlers<"export.create"> {
  return {
    "export.create": async ({ caller, body }) => {
      const problems = await checkExport(body);
      if (problems.length > 0) throw unprocessable(problems);
      const taskId = await tasks.submit(caller.userId, body);
      const operation = operationOf[body.export_type];
      return {
        status: 202,
        body: { task_id: taskId, message: `Accepted: ${operation}`, operation_type: operation },
      };
    },
  };
}
