// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type {
  BindingCreateRequest,
  BindingListResponse,
  BindingResponse,
  MessageResponse,
} from "../models.ts";
import { BindingListResponseSchema, BindingResponseSchema, MessageResponseSchema } from "../schemas.ts";
import type { ApiPromise, Operation, RequestOptions, Transport } from "../transport.ts";

export const listOperation: Operation = {
  id: "bindings.list",
  method: "GET",
  path: "/api/v1/bindings",
  response: "json",
  model: () => BindingListResponseSchema,
};

export const createOperation: Operation = {
  id: "bindings.create",
  method: "POST",
  path: "/api/v1/bindings",
  response: "json",
  model: () => BindingResponseSchema,
};

export const deleteOperation: Operation = {
  id: "bindings.delete",
  method: "DELETE",
  path: "/api/v1/bindings/{binding_id}",
  response: "json",
  model: () => MessageResponseSchema,
};

/** Which account trades which portfolio. */
export class BindingsResource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /**
   * List bindings.
   * Oldest first.
   *
   * @returns The bindings.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  list(options?: RequestOptions): ApiPromise<BindingListResponse> {
    return this.transport.call(listOperation, {}, options);
  }

  /**
   * Let an account trade a portfolio.
   * Account and portfolio must fit; the pair is unique.
   *
   * @param body An account and the portfolio it is to trade.
   * @returns The binding.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `409` Something else still refers to it.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  create(body: BindingCreateRequest, options?: RequestOptions): ApiPromise<BindingResponse> {
    return this.transport.call(createOperation, { body }, options);
  }

  /**
   * Remove a binding.
   * At once.
   *
   * @param bindingId Id of the binding.
   * @returns What was done.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  delete(bindingId: string, options?: RequestOptions): ApiPromise<MessageResponse> {
    return this.transport.call(deleteOperation, { path: { binding_id: bindingId } }, options);
  }
}
