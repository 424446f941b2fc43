// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type { DetailedUsageResponse } from "../models.ts";
import { DetailedUsageResponseSchema } from "../schemas.ts";
import type { ApiPromise, Operation, RequestOptions, Transport } from "../transport.ts";

export const getCurrentOperation: Operation = {
  id: "usage.getCurrent",
  method: "GET",
  path: "/api/v1/usage/current",
  response: "json",
  model: () => DetailedUsageResponseSchema,
};

/** Use of the service within windows of time. */
export class UsageResource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /**
   * Use within several windows.
   * May be up to three minutes old.
   *
   * @returns The use.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  getCurrent(options?: RequestOptions): ApiPromise<DetailedUsageResponse> {
    return this.transport.call(getCurrentOperation, {}, options);
  }
}
