// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type {
  LatestTradesResult,
  TaskListResponse,
  TaskMetadataResponse,
  ValidationResult,
} from "../models.ts";
import {
  LatestTradesResultSchema,
  TaskListResponseSchema,
  TaskMetadataResponseSchema,
  ValidationResultSchema,
} from "../schemas.ts";
import type { ApiPromise, Operation, RequestOptions, Transport } from "../transport.ts";
import type { operations } from "../types.ts";

/** Query parameters of `tasks.list`. */
export type TasksListQuery = NonNullable<operations["tasks.list"]["parameters"]["query"]>;

/** Query parameters of `tasks.downloadResults`. */
export type TasksDownloadResultsQuery = NonNullable<
  operations["tasks.downloadResults"]["parameters"]["query"]
>;

export const listOperation: Operation = {
  id: "tasks.list",
  method: "GET",
  path: "/api/v1/tasks",
  response: "json",
  model: () => TaskListResponseSchema,
};

export const downloadResultsOperation: Operation = {
  id: "tasks.downloadResults",
  method: "GET",
  path: "/api/v1/tasks/results",
  response: "bytes",
};

export const getOperation: Operation = {
  id: "tasks.get",
  method: "GET",
  path: "/api/v1/tasks/{task_id}",
  response: "json",
  model: () => TaskMetadataResponseSchema,
};

export const cancelOperation: Operation = {
  id: "tasks.cancel",
  method: "POST",
  path: "/api/v1/tasks/{task_id}/cancel",
  response: "json",
  model: () => TaskMetadataResponseSchema,
};

export const downloadResultOperation: Operation = {
  id: "tasks.downloadResult",
  method: "GET",
  path: "/api/v1/tasks/{task_id}/result",
  response: "bytes",
};

export const downloadTradesOperation: Operation = {
  id: "tasks.downloadTrades",
  method: "GET",
  path: "/api/v1/tasks/{task_id}/results/trades",
  response: "bytes",
};

export const downloadPerformanceOperation: Operation = {
  id: "tasks.downloadPerformance",
  method: "GET",
  path: "/api/v1/tasks/{task_id}/results/performance",
  response: "bytes",
};

export const downloadEnhancedOhlcvOperation: Operation = {
  id: "tasks.downloadEnhancedOhlcv",
  method: "GET",
  path: "/api/v1/tasks/{task_id}/results/enhanced_ohlcv",
  response: "bytes",
};

export const downloadOnDemandOhlcvOperation: Operation = {
  id: "tasks.downloadOnDemandOhlcv",
  method: "GET",
  path: "/api/v1/tasks/{task_id}/results/on_demand_ohlcv",
  response: "bytes",
};

export const getLatestTradesOperation: Operation = {
  id: "tasks.getLatestTrades",
  method: "GET",
  path: "/api/v1/tasks/{task_id}/results/latest_trades",
  response: "json",
  model: () => LatestTradesResultSchema,
};

export const getValidationResultOperation: Operation = {
  id: "tasks.getValidationResult",
  method: "GET",
  path: "/api/v1/tasks/{task_id}/results/validation_result",
  response: "json",
  model: () => ValidationResultSchema,
};

/** State and results of computations. */
export class TasksResource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /**
   * States of several tasks.
   * The caller's tasks of a batch, or those of the given ids, that changed after a moment; unknown ids are left out. With `wait` the answer is held back until there is such a task.
   * An extension: not every server knows it.
   *
   * @param query `batch`: Only tasks whose export carried this label. `ids`: Only these tasks. `updated_after`: Only tasks that changed after this moment. `wait`: Seconds to wait for a change. Default: 0.
   * @returns Their states.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  list(query?: TasksListQuery, options?: RequestOptions): ApiPromise<TaskListResponse> {
    return this.transport.call(listOperation, { query }, options);
  }

  /**
   * Trades and performance of several tasks as one ZIP.
   * Holds `{task_id}/trades.parquet` and `{task_id}/performance.parquet` of each task. A task that has no such results, or none any more, is left out: the members say which are there.
   * An extension: not every server knows it.
   *
   * @param query `ids`: The tasks.
   * @returns The archive.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  downloadResults(query: TasksDownloadResultsQuery, options?: RequestOptions): ApiPromise<Uint8Array> {
    return this.transport.call(downloadResultsOperation, { query }, options);
  }

  /**
   * State of a task.
   * Poll until status is 2 (completed) or 3 (failed).
   *
   * @param taskId Id of the task.
   * @returns Its state.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  get(taskId: string, options?: RequestOptions): ApiPromise<TaskMetadataResponse> {
    return this.transport.call(getOperation, { path: { task_id: taskId } }, options);
  }

  /**
   * Cancel a task.
   * It ends as failed with `error_code` `cancelled`. A task that has ended already stays as it is.
   * An extension: not every server knows it.
   *
   * @param taskId Id of the task.
   * @returns Its state afterwards.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  cancel(taskId: string, options?: RequestOptions): ApiPromise<TaskMetadataResponse> {
    return this.transport.call(cancelOperation, { path: { task_id: taskId } }, options);
  }

  /**
   * Trades and performance as one ZIP.
   * Holds trades.parquet and performance.parquet. 404 until the task is completed.
   *
   * @param taskId Id of the task.
   * @returns The archive.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  downloadResult(taskId: string, options?: RequestOptions): ApiPromise<Uint8Array> {
    return this.transport.call(downloadResultOperation, { path: { task_id: taskId } }, options);
  }

  /**
   * Trades of a BACKTEST_RESULTS or LATEST_TRADES task.
   * One Parquet file; its columns are the frame of that name. 404 until the task is completed, and for a task of another kind.
   *
   * @param taskId Id of the task.
   * @returns The file.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  downloadTrades(taskId: string, options?: RequestOptions): ApiPromise<Uint8Array> {
    return this.transport.call(downloadTradesOperation, { path: { task_id: taskId } }, options);
  }

  /**
   * Performance of a BACKTEST_RESULTS or LATEST_TRADES task.
   * One Parquet file; its columns are the frame of that name. 404 until the task is completed, and for a task of another kind.
   *
   * @param taskId Id of the task.
   * @returns The file.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  downloadPerformance(taskId: string, options?: RequestOptions): ApiPromise<Uint8Array> {
    return this.transport.call(downloadPerformanceOperation, { path: { task_id: taskId } }, options);
  }

  /**
   * Bars with every stage of the pipeline, of an ENHANCED_OHLCV task.
   * One Parquet file; its columns are the frame of that name. 404 until the task is completed, and for a task of another kind.
   *
   * @param taskId Id of the task.
   * @returns The file.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  downloadEnhancedOhlcv(taskId: string, options?: RequestOptions): ApiPromise<Uint8Array> {
    return this.transport.call(downloadEnhancedOhlcvOperation, { path: { task_id: taskId } }, options);
  }

  /**
   * Bars and indicators of an ON_DEMAND_OHLCV task.
   * One Parquet file; its columns are the frame of that name. 404 until the task is completed, and for a task of another kind.
   *
   * @param taskId Id of the task.
   * @returns The file.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  downloadOnDemandOhlcv(taskId: string, options?: RequestOptions): ApiPromise<Uint8Array> {
    return this.transport.call(downloadOnDemandOhlcvOperation, { path: { task_id: taskId } }, options);
  }

  /**
   * Latest trades of a LATEST_TRADES task.
   * 404 until the task is completed, and for a task of another kind.
   *
   * @param taskId Id of the task.
   * @returns The trades.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  getLatestTrades(taskId: string, options?: RequestOptions): ApiPromise<LatestTradesResult> {
    return this.transport.call(getLatestTradesOperation, { path: { task_id: taskId } }, options);
  }

  /**
   * Outcome of a VALIDATE_STRATEGY task.
   * 404 until the task is completed, and for a task of another kind.
   *
   * @param taskId Id of the task.
   * @returns The outcome.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  getValidationResult(taskId: string, options?: RequestOptions): ApiPromise<ValidationResult> {
    return this.transport.call(getValidationResultOperation, { path: { task_id: taskId } }, options);
  }
}
