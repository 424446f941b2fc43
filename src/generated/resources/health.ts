// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type { HealthResponse } from "../models.ts";
import { HealthResponseSchema } from "../schemas.ts";
import type { ApiPromise, Operation, RequestOptions, Transport } from "../transport.ts";

export const getOperation: Operation = {
  id: "health.get",
  method: "GET",
  path: "/health",
  response: "json",
  model: () => HealthResponseSchema,
};

/** Whether the service runs. */
export class HealthResource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /**
   * State of the service.
   * Needs no key. Says what the service can do beyond the hosted contract.
   *
   * @returns It runs.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  get(options?: RequestOptions): ApiPromise<HealthResponse> {
    return this.transport.call(getOperation, {}, options);
  }
}
