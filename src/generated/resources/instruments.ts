// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type { InstrumentListResponse, InstrumentResponse } from "../models.ts";
import { InstrumentListResponseSchema, InstrumentResponseSchema } from "../schemas.ts";
import type { ApiPromise, Operation, RequestOptions, Transport } from "../transport.ts";
import type { operations } from "../types.ts";

/** Query parameters of `instruments.list`. */
export type InstrumentsListQuery = NonNullable<operations["instruments.list"]["parameters"]["query"]>;

export const listOperation: Operation = {
  id: "instruments.list",
  method: "GET",
  path: "/api/v1/instruments",
  response: "json",
  model: () => InstrumentListResponseSchema,
};

export const getOperation: Operation = {
  id: "instruments.get",
  method: "GET",
  path: "/api/v1/instruments/{instrument_id}",
  response: "json",
  model: () => InstrumentResponseSchema,
};

/** Instruments of the data catalogue. */
export class InstrumentsResource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /**
   * List instruments.
   * Ordered by symbol.
   *
   * @param query `symbol`: Part of the symbol, case ignored. `account_source`: Only this source. `broker_type`: Only this platform. `market_type`: Only this kind of market. `limit`: Page size. Default: 100. `offset`: Rows to skip. Default: 0.
   * @returns A page.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  list(query?: InstrumentsListQuery, options?: RequestOptions): ApiPromise<InstrumentListResponse> {
    return this.transport.call(listOperation, { query }, options);
  }

  /**
   * One instrument.
   * By id.
   *
   * @param instrumentId Id of the instrument.
   * @returns The instrument.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `503` The gateway cannot answer now.
   */
  get(instrumentId: number, options?: RequestOptions): ApiPromise<InstrumentResponse> {
    return this.transport.call(getOperation, { path: { instrument_id: instrumentId } }, options);
  }
}
