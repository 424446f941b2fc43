// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type {
  MessageResponse,
  PortfolioCreateRequest,
  PortfolioListResponse,
  PortfolioResponse,
  PortfolioUpdateRequest,
} from "../models.ts";
import { MessageResponseSchema, PortfolioListResponseSchema, PortfolioResponseSchema } from "../schemas.ts";
import type { ApiPromise, Operation, RequestOptions, Transport } from "../transport.ts";
import type { operations } from "../types.ts";

/** Query parameters of `portfolios.list`. */
export type PortfoliosListQuery = NonNullable<operations["portfolios.list"]["parameters"]["query"]>;

/** Query parameters of `portfolios.delete`. */
export type PortfoliosDeleteQuery = NonNullable<operations["portfolios.delete"]["parameters"]["query"]>;

export const listOperation: Operation = {
  id: "portfolios.list",
  method: "GET",
  path: "/api/v1/portfolios",
  response: "json",
  model: () => PortfolioListResponseSchema,
};

export const createOperation: Operation = {
  id: "portfolios.create",
  method: "POST",
  path: "/api/v1/portfolios",
  response: "json",
  model: () => PortfolioResponseSchema,
};

export const getOperation: Operation = {
  id: "portfolios.get",
  method: "GET",
  path: "/api/v1/portfolios/{name}",
  response: "json",
  model: () => PortfolioResponseSchema,
};

export const updateOperation: Operation = {
  id: "portfolios.update",
  method: "PUT",
  path: "/api/v1/portfolios/{name}",
  response: "json",
  model: () => PortfolioResponseSchema,
};

export const deleteOperation: Operation = {
  id: "portfolios.delete",
  method: "DELETE",
  path: "/api/v1/portfolios/{name}",
  response: "json",
  model: () => MessageResponseSchema,
};

/** Which blueprints trade with which capital. */
export class PortfoliosResource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /**
   * List portfolios.
   * Ordered by name.
   *
   * @param query `archived`: Also list archived ones. Default: false.
   * @returns The portfolios.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  list(query?: PortfoliosListQuery, options?: RequestOptions): ApiPromise<PortfolioListResponse> {
    return this.transport.call(listOperation, { query }, options);
  }

  /**
   * Add a portfolio.
   * Names are unique per user.
   *
   * @param body A portfolio to add.
   * @returns The portfolio.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `409` Something else still refers to it.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  create(body: PortfolioCreateRequest, options?: RequestOptions): ApiPromise<PortfolioResponse> {
    return this.transport.call(createOperation, { body }, options);
  }

  /**
   * One portfolio.
   * By name.
   *
   * @param name Name of the portfolio.
   * @returns The portfolio.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  get(name: string, options?: RequestOptions): ApiPromise<PortfolioResponse> {
    return this.transport.call(getOperation, { path: { name } }, options);
  }

  /**
   * Change a portfolio.
   * Only the fields that are given; selections replace all.
   *
   * @param name Name of the portfolio.
   * @param body What to change; an absent field stays as it is. Selections replace all.
   * @returns The portfolio.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  update(
    name: string,
    body: PortfolioUpdateRequest,
    options?: RequestOptions,
  ): ApiPromise<PortfolioResponse> {
    return this.transport.call(updateOperation, { path: { name }, body }, options);
  }

  /**
   * Archive or delete a portfolio.
   * Deleting is refused while bindings refer to it.
   *
   * @param name Name of the portfolio.
   * @param query `archive`: True archives, false deletes for good. Default: true.
   * @returns What was done.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `409` Something else still refers to it.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  delete(name: string, query?: PortfoliosDeleteQuery, options?: RequestOptions): ApiPromise<MessageResponse> {
    return this.transport.call(deleteOperation, { path: { name }, query }, options);
  }
}
