// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type { TradesListResponse } from "../models.ts";
import { TradesListResponseSchema } from "../schemas.ts";
import type { ApiPromise, Operation, RequestOptions, Transport } from "../transport.ts";
import type { operations } from "../types.ts";

/** Query parameters of `trades.query`. */
export type TradesQueryQuery = NonNullable<operations["trades.query"]["parameters"]["query"]>;

export const queryOperation: Operation = {
  id: "trades.query",
  method: "GET",
  path: "/api/v1/trades",
  response: "json",
  model: () => TradesListResponseSchema,
};

/** Trades that computations stored. */
export class TradesResource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /**
   * Persisted trades.
   * Trades that tasks with persist_mode PSQL stored; the time filters are inclusive and act on the entry time.
   *
   * @param query `strategy_name`: Only this strategy. `blueprint_name`: Only this blueprint. `portfolio_name`: Only what this portfolio selects. `start_time`: Entries from here on, inclusive. `end_time`: Entries up to here, inclusive. `has_entry_signal`: Only with the entry signal on, or off. `has_exit_signal`: Only with the exit signal on, or off. `limit`: Page size. Default: 100. `offset`: Rows to skip. Default: 0.
   * @returns A page.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  query(query?: TradesQueryQuery, options?: RequestOptions): ApiPromise<TradesListResponse> {
    return this.transport.call(queryOperation, { query }, options);
  }
}
