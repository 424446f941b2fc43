import type { BinaryKind } from "../errors/serialization.ts";
import {
  downloadEnhancedOhlcvOperation,
  downloadOnDemandOhlcvOperation,
  downloadPerformanceOperation,
  downloadResultOperation,
  downloadResultsOperation,
  downloadTradesOperation,
} from "../generated/resources/tasks.ts";
import type {
  ApiPromise,
  Operation,
  OperationInput,
  RequestOptions,
  Transport,
} from "../generated/transport.ts";
import type { StreamingTransport } from "../internal/streaming-transport.ts";
import { checkParquet, checkZip } from "./binary-check.ts";
import { type SavedFile, saveBody } from "./save-body.ts";

/** A result that travels as a file. */
export interface Download {
  readonly operation: Operation;
  readonly kind: BinaryKind;
  /** Names the file in messages. */
  readonly file: string;
}

export const downloads = {
  results: { operation: downloadResultsOperation, kind: "zip", file: "The archive of results" },
  result: { operation: downloadResultOperation, kind: "zip", file: "The result archive" },
  trades: { operation: downloadTradesOperation, kind: "parquet", file: "trades.parquet" },
  performance: { operation: downloadPerformanceOperation, kind: "parquet", file: "performance.parquet" },
  enhancedOhlcv: {
    operation: downloadEnhancedOhlcvOperation,
    kind: "parquet",
    file: "enhanced_ohlcv.parquet",
  },
  onDemandOhlcv: {
    operation: downloadOnDemandOhlcvOperation,
    kind: "parquet",
    file: "on_demand_ohlcv.parquet",
  },
} as const satisfies Record<string, Download>;

const known: ReadonlyMap<Operation, Download> = new Map(
  Object.values(downloads).map((download) => [download.operation, download]),
);

/** A transport whose downloads are checked before they are handed over. */
export function checkedDownloads(transport: StreamingTransport): Transport {
  return {
    call<T>(operation: Operation, input: OperationInput, options?: RequestOptions): ApiPromise<T> {
      const download = known.get(operation);
      if (download === undefined) return transport.call<T>(operation, input, options);
      const check = download.kind === "zip" ? checkZip : checkParquet;
      const bytes = transport.receive(
        operation,
        input,
        async (response, _, redactor) => {
          const body = await response.bytes();
          check(body, describeFile(download, input.path?.task_id), redactor);
          return body;
        },
        options,
      );
      // Operations that answer with bytes are the ones whose generated method promises a Uint8Array.
      return bytes as unknown as ApiPromise<T>;
    },
  };
}

/** Streams a result into a file; what arrives is never held in memory as a whole. */
export function saveDownload(
  transport: StreamingTransport,
  download: Download,
  taskId: string,
  path: string,
  options?: RequestOptions,
): ApiPromise<SavedFile> {
  const what = describeFile(download, taskId);
  return transport.receive(
    download.operation,
    { path: { task_id: taskId } },
    (response, _, redactor) => saveBody(response, path, download.kind, what, redactor),
    options,
  );
}

/** Names a file in messages; without a task it holds the results of several. */
export function describeFile({ file }: Download, taskId?: string | number): string {
  return taskId === undefined ? file : `${file} of task ${taskId}`;
}
