// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type { MessageResponse, StrategyConfig, StrategyListResponse } from "../models.ts";
import { MessageResponseSchema, StrategyConfigSchema, StrategyListResponseSchema } from "../schemas.ts";
import type { ApiPromise, Operation, RequestOptions, Transport } from "../transport.ts";
import type { operations } from "../types.ts";

/** Query parameters of `strategies.list`. */
export type StrategiesListQuery = NonNullable<operations["strategies.list"]["parameters"]["query"]>;

/** Query parameters of `strategies.delete`. */
export type StrategiesDeleteQuery = NonNullable<operations["strategies.delete"]["parameters"]["query"]>;

export const listOperation: Operation = {
  id: "strategies.list",
  method: "GET",
  path: "/api/v1/strategies",
  response: "json",
  model: () => StrategyListResponseSchema,
};

export const createOperation: Operation = {
  id: "strategies.create",
  method: "POST",
  path: "/api/v1/strategies",
  response: "json",
  idempotent: true,
  model: () => StrategyConfigSchema,
};

export const getOperation: Operation = {
  id: "strategies.get",
  method: "GET",
  path: "/api/v1/strategies/{strategy}",
  response: "json",
  model: () => StrategyConfigSchema,
};

export const deleteOperation: Operation = {
  id: "strategies.delete",
  method: "DELETE",
  path: "/api/v1/strategies/{strategy}",
  response: "json",
  model: () => MessageResponseSchema,
};

/** Stored strategies. */
export class StrategiesResource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /**
   * List strategies.
   * Names and blueprints only.
   *
   * @param query `archived`: Also list archived ones. Default: false.
   * @returns The strategies.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  list(query?: StrategiesListQuery, options?: RequestOptions): ApiPromise<StrategyListResponse> {
    return this.transport.call(listOperation, { query }, options);
  }

  /**
   * Store a strategy.
   * Get or create by name: an existing name gives back what is stored, unchanged. To replace, delete and create.
   *
   * @param body A whole strategy; what the builder makes, what travels, what is stored.
   * @param options Headers: `Idempotency-Key`: Names the work for 7 days. The same key with the same body gives the first answer again, with another body it is 422.
   * @returns The stored strategy, which existed. The stored strategy.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `413` The body is larger than the gateway takes.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  create(body: StrategyConfig, options?: RequestOptions): ApiPromise<StrategyConfig> {
    return this.transport.call(createOperation, { body }, options);
  }

  /**
   * One strategy.
   * The whole configuration, by id or by name.
   *
   * @param strategy Name of the strategy; reading also takes its id.
   * @returns The strategy.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  get(strategy: string, options?: RequestOptions): ApiPromise<StrategyConfig> {
    return this.transport.call(getOperation, { path: { strategy } }, options);
  }

  /**
   * Archive or delete a strategy.
   * By name. Archived strategies stay readable; deleting is for good and takes the blueprints along.
   *
   * @param strategy Name of the strategy; reading also takes its id.
   * @param query `archive`: True archives, false deletes for good. Default: true.
   * @returns What was done.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `409` Something else still refers to it.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  delete(
    strategy: string,
    query?: StrategiesDeleteQuery,
    options?: RequestOptions,
  ): ApiPromise<MessageResponse> {
    return this.transport.call(deleteOperation, { path: { strategy }, query }, options);
  }
}
