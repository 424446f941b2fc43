// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type {
  CancelSubscriptionResponse,
  CheckoutRequest,
  CheckoutResponse,
  PlansListResponse,
  SubscriptionDetailResponse,
  UsageHistoryResponse,
  UsageStatsResponse,
} from "../models.ts";
import {
  CancelSubscriptionResponseSchema,
  CheckoutResponseSchema,
  PlansListResponseSchema,
  SubscriptionDetailResponseSchema,
  UsageHistoryResponseSchema,
  UsageStatsResponseSchema,
} from "../schemas.ts";
import type { ApiPromise, Operation, RequestOptions, Transport } from "../transport.ts";
import type { operations } from "../types.ts";

/** Query parameters of `billing.getUsageHistory`. */
export type BillingGetUsageHistoryQuery = NonNullable<
  operations["billing.getUsageHistory"]["parameters"]["query"]
>;

export const listPlansOperation: Operation = {
  id: "billing.listPlans",
  method: "GET",
  path: "/api/v1/billing/plans",
  response: "json",
  model: () => PlansListResponseSchema,
};

export const createCheckoutOperation: Operation = {
  id: "billing.createCheckout",
  method: "POST",
  path: "/api/v1/billing/checkout",
  response: "json",
  model: () => CheckoutResponseSchema,
};

export const getSubscriptionOperation: Operation = {
  id: "billing.getSubscription",
  method: "GET",
  path: "/api/v1/billing/subscription",
  response: "json",
  model: () => SubscriptionDetailResponseSchema,
};

export const cancelSubscriptionOperation: Operation = {
  id: "billing.cancelSubscription",
  method: "POST",
  path: "/api/v1/billing/cancel",
  response: "json",
  model: () => CancelSubscriptionResponseSchema,
};

export const getUsageOperation: Operation = {
  id: "billing.getUsage",
  method: "GET",
  path: "/api/v1/billing/usage",
  response: "json",
  model: () => UsageStatsResponseSchema,
};

export const getUsageHistoryOperation: Operation = {
  id: "billing.getUsageHistory",
  method: "GET",
  path: "/api/v1/billing/usage/history",
  response: "json",
  model: () => UsageHistoryResponseSchema,
};

/** Plans, subscription and their use. */
export class BillingResource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /**
   * Plans on offer.
   * Needs no subscription.
   *
   * @returns The plans.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  listPlans(options?: RequestOptions): ApiPromise<PlansListResponse> {
    return this.transport.call(listPlansOperation, {}, options);
  }

  /**
   * Start to buy a plan.
   * Gives the page on which to pay. A local gateway sells nothing and answers 501.
   *
   * @param body The plan to buy.
   * @returns Where to pay.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  createCheckout(body: CheckoutRequest, options?: RequestOptions): ApiPromise<CheckoutResponse> {
    return this.transport.call(createCheckoutOperation, { body }, options);
  }

  /**
   * The plan in force.
   * And what was used of it this month.
   *
   * @returns The plan.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  getSubscription(options?: RequestOptions): ApiPromise<SubscriptionDetailResponse> {
    return this.transport.call(getSubscriptionOperation, {}, options);
  }

  /**
   * Cancel the plan.
   * It takes effect at the end of the paid period. 404 where there is no subscription.
   *
   * @returns Cancelled.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `404` There is no such thing for this caller.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  cancelSubscription(options?: RequestOptions): ApiPromise<CancelSubscriptionResponse> {
    return this.transport.call(cancelSubscriptionOperation, {}, options);
  }

  /**
   * Use of the current month.
   * With the limits of the plan.
   *
   * @returns The use.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  getUsage(options?: RequestOptions): ApiPromise<UsageStatsResponse> {
    return this.transport.call(getUsageOperation, {}, options);
  }

  /**
   * Requests by day.
   * Without dates it is the current month.
   *
   * @param query `start_date`: First day. `end_date`: Last day, inclusive.
   * @returns The days.
   * @throws `401` No key or token, or one that is not valid.
   * @throws `422` The request does not fit the contract; details name every wrong field.
   * @throws `429` Too many requests; Retry-After says how long to wait.
   * @throws `500` The gateway failed; the request id helps to find out why.
   * @throws `501` This gateway does not offer it.
   * @throws `503` The gateway cannot answer now.
   */
  getUsageHistory(
    query?: BillingGetUsageHistoryQuery,
    options?: RequestOptions,
  ): ApiPromise<UsageHistoryResponse> {
    return this.transport.call(getUsageHistoryOperation, { query }, options);
  }
}
