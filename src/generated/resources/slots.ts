// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type { SlotBindRequest, SlotListResponse, SlotResponse } from "../models.ts";
import { SlotListResponseSchema, SlotResponseSchema } from "../schemas.ts";
import type { ApiPromise, Operation, RequestOptions, Transport } from "../transport.ts";

export const listOperation: Operation = {
  id: "slots.list",
  method: "GET",
  path: "/api/v1/slots",
  response: "json",
  model: () => SlotListResponseSchema,
};

export const getOperation: Operation = {
  id: "slots.get",
  method: "GET",
  path: "/api/v1/slots/{node_seq}/{slot_idx}",
  response: "json",
  model: () => SlotResponseSchema,
};

export const bindOperation: Operation = {
  id: "slots.bind",
  method: "POST",
  path: "/api/v1/slots/{node_seq}/{slot_idx}/bind",
  response: "json",
  model: () => SlotResponseSchema,
};

export const unbindOperation: Operation = {
  id: "slots.unbind",
  method: "POST",
  path: "/api/v1/slots/{node_seq}/{slot_idx}/unbind",
  response: "json",
  model: () => SlotResponseSchema,
};

/** Places of trader nodes, each running one account. */
export class SlotsResource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /**
   * List slots.
   * By node and slot.
   *
   * @returns The slots.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  list(options?: RequestOptions): ApiPromise<SlotListResponse> {
    return this.transport.call(listOperation, {}, options);
  }

  /**
   * One slot.
   * By node and slot, both counted from 0.
   *
   * @param nodeSeq Number of the node, from 0.
   * @param slotIdx Number of the slot in the node, from 0.
   * @returns The slot.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  get(nodeSeq: number, slotIdx: number, options?: RequestOptions): ApiPromise<SlotResponse> {
    return this.transport.call(getOperation, { path: { node_seq: nodeSeq, slot_idx: slotIdx } }, options);
  }

  /**
   * Put an account into a slot.
   * Makes the slot where it does not exist.
   *
   * @param nodeSeq Number of the node, from 0.
   * @param slotIdx Number of the slot in the node, from 0.
   * @param body The account that takes the slot.
   * @returns The slot.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `409` Something else still refers to it.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  bind(
    nodeSeq: number,
    slotIdx: number,
    body: SlotBindRequest,
    options?: RequestOptions,
  ): ApiPromise<SlotResponse> {
    return this.transport.call(
      bindOperation,
      { path: { node_seq: nodeSeq, slot_idx: slotIdx }, body },
      options,
    );
  }

  /**
   * Free a slot.
   * The answer has no account.
   *
   * @param nodeSeq Number of the node, from 0.
   * @param slotIdx Number of the slot in the node, from 0.
   * @returns The slot.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  unbind(nodeSeq: number, slotIdx: number, options?: RequestOptions): ApiPromise<SlotResponse> {
    return this.transport.call(unbindOperation, { path: { node_seq: nodeSeq, slot_idx: slotIdx } }, options);
  }
}
