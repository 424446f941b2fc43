// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type { APIKeyCreate, APIKeyCreateResponse, APIKeyListResponse } from "../models.ts";
import { APIKeyCreateResponseSchema, APIKeyListResponseSchema } from "../schemas.ts";
import type { ApiPromise, Operation, RequestOptions, Transport } from "../transport.ts";

export const listOperation: Operation = {
  id: "apiKeys.list",
  method: "GET",
  path: "/api/v1/keys",
  response: "json",
  model: () => APIKeyListResponseSchema,
};

export const createOperation: Operation = {
  id: "apiKeys.create",
  method: "POST",
  path: "/api/v1/keys",
  response: "json",
  model: () => APIKeyCreateResponseSchema,
};

export const revokeOperation: Operation = {
  id: "apiKeys.revoke",
  method: "DELETE",
  path: "/api/v1/keys/{key_id}",
  response: "none",
};

/** Keys of the caller. */
export class ApiKeysResource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /**
   * List keys.
   * All keys of the caller, revoked ones included; never their text.
   *
   * @returns The keys.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  list(options?: RequestOptions): ApiPromise<APIKeyListResponse> {
    return this.transport.call(listOperation, {}, options);
  }

  /**
   * Make a key.
   * The answer is the only place where the text of the key is shown.
   *
   * @param body A wish for a key.
   * @returns The new key.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `403` The key may not do this.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  create(body: APIKeyCreate, options?: RequestOptions): ApiPromise<APIKeyCreateResponse> {
    return this.transport.call(createOperation, { body }, options);
  }

  /**
   * Revoke a key.
   * At once and for good.
   *
   * @param keyId Id of the key.
   * @returns Revoked.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  revoke(keyId: string, options?: RequestOptions): ApiPromise<void> {
    return this.transport.call(revokeOperation, { path: { key_id: keyId } }, options);
  }
}
