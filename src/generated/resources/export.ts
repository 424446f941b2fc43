// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type { ExportBatchRequest, ExportBatchResponse, ExportRequest, ExportResponse } from "../models.ts";
import { ExportBatchResponseSchema, ExportResponseSchema } from "../schemas.ts";
import type { ApiPromise, Operation, RequestOptions, Transport } from "../transport.ts";

export const createOperation: Operation = {
  id: "export.create",
  method: "POST",
  path: "/api/v1/export",
  response: "json",
  idempotent: true,
  model: () => ExportResponseSchema,
};

export const createBatchOperation: Operation = {
  id: "export.createBatch",
  method: "POST",
  path: "/api/v1/export/batch",
  response: "json",
  idempotent: true,
  model: () => ExportBatchResponseSchema,
};

/** Start of backtests and other computations. */
export class ExportResource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /**
   * Start a computation.
   * One task for all given strategies over one period. The task is durable once this answers.
   *
   * @param body One task; all given strategies over one period.
   * @param options Headers: `Idempotency-Key`: Names the work for 7 days. The same key with the same body gives the first answer again, with another body it is 422.
   * @returns Accepted.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `413` The body is larger than the gateway takes.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  create(body: ExportRequest, options?: RequestOptions): ApiPromise<ExportResponse> {
    return this.transport.call(createOperation, { body }, options);
  }

  /**
   * Start several computations.
   * Each export succeeds or fails on its own; one that is accepted is durable once this answers.
   * An extension: not every server knows it.
   *
   * @param body Several exports in one request, each on its own.
   * @param options Headers: `Idempotency-Key`: Names the work for 7 days. The same key with the same body gives the first answer again, with another body it is 422.
   * @returns What became of each.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `413` The body is larger than the gateway takes.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  createBatch(body: ExportBatchRequest, options?: RequestOptions): ApiPromise<ExportBatchResponse> {
    return this.transport.call(createBatchOperation, { body }, options);
  }
}
