// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type {
  AccountCreateRequest,
  AccountListResponse,
  AccountResponse,
  AccountUpdateRequest,
  MessageResponse,
} from "../models.ts";
import { AccountListResponseSchema, AccountResponseSchema, MessageResponseSchema } from "../schemas.ts";
import type { ApiPromise, Operation, RequestOptions, Transport } from "../transport.ts";
import type { operations } from "../types.ts";

/** Query parameters of `accounts.list`. */
export type AccountsListQuery = NonNullable<operations["accounts.list"]["parameters"]["query"]>;

/** Query parameters of `accounts.delete`. */
export type AccountsDeleteQuery = NonNullable<operations["accounts.delete"]["parameters"]["query"]>;

export const listOperation: Operation = {
  id: "accounts.list",
  method: "GET",
  path: "/api/v1/accounts",
  response: "json",
  model: () => AccountListResponseSchema,
};

export const createOperation: Operation = {
  id: "accounts.create",
  method: "POST",
  path: "/api/v1/accounts",
  response: "json",
  model: () => AccountResponseSchema,
};

export const getOperation: Operation = {
  id: "accounts.get",
  method: "GET",
  path: "/api/v1/accounts/{account_id}",
  response: "json",
  model: () => AccountResponseSchema,
};

export const updateOperation: Operation = {
  id: "accounts.update",
  method: "PUT",
  path: "/api/v1/accounts/{account_id}",
  response: "json",
  model: () => AccountResponseSchema,
};

export const deleteOperation: Operation = {
  id: "accounts.delete",
  method: "DELETE",
  path: "/api/v1/accounts/{account_id}",
  response: "json",
  model: () => MessageResponseSchema,
};

/** Broker accounts. */
export class AccountsResource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /**
   * List accounts.
   * Ordered by name.
   *
   * @param query `archived`: Also list archived ones. Default: false.
   * @returns The accounts.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  list(query?: AccountsListQuery, options?: RequestOptions): ApiPromise<AccountListResponse> {
    return this.transport.call(listOperation, { query }, options);
  }

  /**
   * Add an account.
   * Credentials are stored encrypted and never returned.
   *
   * @param body A broker account to add.
   * @returns The account.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `409` Something else still refers to it.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  create(body: AccountCreateRequest, options?: RequestOptions): ApiPromise<AccountResponse> {
    return this.transport.call(createOperation, { body }, options);
  }

  /**
   * One account.
   * By id.
   *
   * @param accountId Id of the account.
   * @returns The account.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  get(accountId: string, options?: RequestOptions): ApiPromise<AccountResponse> {
    return this.transport.call(getOperation, { path: { account_id: accountId } }, options);
  }

  /**
   * Change an account.
   * Only the fields that are given.
   *
   * @param accountId Id of the account.
   * @param body What to change; an absent field stays as it is. broker_type and account_source cannot be changed.
   * @returns The account.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `409` Something else still refers to it.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  update(
    accountId: string,
    body: AccountUpdateRequest,
    options?: RequestOptions,
  ): ApiPromise<AccountResponse> {
    return this.transport.call(updateOperation, { path: { account_id: accountId }, body }, options);
  }

  /**
   * Archive or delete an account.
   * Deleting is refused while bindings refer to it.
   *
   * @param accountId Id of the account.
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
  delete(
    accountId: string,
    query?: AccountsDeleteQuery,
    options?: RequestOptions,
  ): ApiPromise<MessageResponse> {
    return this.transport.call(deleteOperation, { path: { account_id: accountId }, query }, options);
  }
}
