// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import * as z from "zod";
import {
  AccountCreateRequestModel,
  AccountListResponseModel,
  AccountResponseModel,
  AccountSourceModel,
  AccountUpdateRequestModel,
  APIKeyCreateModel,
  APIKeyCreateResponseModel,
  APIKeyListResponseModel,
  BindingCreateRequestModel,
  BindingListResponseModel,
  BindingResponseModel,
  BrokerTypeModel,
  CancelSubscriptionResponseModel,
  CheckoutRequestModel,
  CheckoutResponseModel,
  DetailedUsageResponseModel,
  ErrorResponseModel,
  ExportBatchRequestModel,
  ExportBatchResponseModel,
  ExportRequestModel,
  ExportResponseModel,
  HealthResponseModel,
  InstrumentListResponseModel,
  InstrumentResponseModel,
  LatestTradesResultModel,
  MarketTypeModel,
  MessageResponseModel,
  PlansListResponseModel,
  PortfolioCreateRequestModel,
  PortfolioListResponseModel,
  PortfolioResponseModel,
  PortfolioUpdateRequestModel,
  SlotBindRequestModel,
  SlotListResponseModel,
  SlotResponseModel,
  StrategyConfigModel,
  StrategyListResponseModel,
  SubscriptionDetailResponseModel,
  TaskListResponseModel,
  TaskMetadataResponseModel,
  TradesListResponseModel,
  UsageHistoryResponseModel,
  UsageStatsResponseModel,
  ValidationResultModel,
} from "./models.ts";
import { make } from "./schemas.ts";

/** Names of the endpoints. */
export type OperationId =
  | "health.get"
  | "apiKeys.list"
  | "apiKeys.create"
  | "apiKeys.revoke"
  | "billing.listPlans"
  | "billing.createCheckout"
  | "billing.getSubscription"
  | "billing.cancelSubscription"
  | "billing.getUsage"
  | "billing.getUsageHistory"
  | "usage.getCurrent"
  | "strategies.list"
  | "strategies.create"
  | "strategies.get"
  | "strategies.delete"
  | "export.create"
  | "export.createBatch"
  | "tasks.list"
  | "tasks.downloadResults"
  | "tasks.get"
  | "tasks.cancel"
  | "tasks.downloadResult"
  | "tasks.downloadTrades"
  | "tasks.downloadPerformance"
  | "tasks.downloadEnhancedOhlcv"
  | "tasks.downloadOnDemandOhlcv"
  | "tasks.getLatestTrades"
  | "tasks.getValidationResult"
  | "instruments.list"
  | "instruments.get"
  | "accounts.list"
  | "accounts.create"
  | "accounts.get"
  | "accounts.update"
  | "accounts.delete"
  | "portfolios.list"
  | "portfolios.create"
  | "portfolios.get"
  | "portfolios.update"
  | "portfolios.delete"
  | "bindings.list"
  | "bindings.create"
  | "bindings.delete"
  | "slots.list"
  | "slots.get"
  | "slots.bind"
  | "slots.unbind"
  | "trades.query";

export interface OperationParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  /** What its text, or each text of a list, stands for. */
  readonly kind: "string" | "integer" | "number" | "boolean";
  /** Takes several values: the parameter is repeated for each. */
  readonly list?: true;
  readonly required: boolean;
  /** Checks the value, once it was read from its text. */
  readonly model: z.ZodType;
}

export interface OperationResponse {
  readonly kind: "json" | "bytes" | "none";
  readonly contentType?: string;
  readonly model?: z.ZodType;
}

export interface OperationSpec {
  readonly id: OperationId;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With `{name}` where path parameters stand. */
  readonly path: string;
  readonly parameters: readonly OperationParameter[];
  readonly bodyRequired: boolean;
  readonly bodyModel?: z.ZodType;
  readonly responses: Readonly<Record<number, OperationResponse>>;
  /** Needs no key. */
  readonly public: boolean;
}

/** Every endpoint of the contract by its name. */
export const operations: Readonly<Record<OperationId, OperationSpec>> = /* @__PURE__ */ make(
  () =>
    ({
      /** State of the service. */
      "health.get": {
        id: "health.get",
        method: "GET",
        path: "/health",
        parameters: [],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: HealthResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: true,
      },
      /** List keys. */
      "apiKeys.list": {
        id: "apiKeys.list",
        method: "GET",
        path: "/api/v1/keys",
        parameters: [],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: APIKeyListResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Make a key. */
      "apiKeys.create": {
        id: "apiKeys.create",
        method: "POST",
        path: "/api/v1/keys",
        parameters: [],
        bodyRequired: true,
        bodyModel: APIKeyCreateModel,
        responses: {
          201: { kind: "json", contentType: "application/json", model: APIKeyCreateResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          403: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Revoke a key. */
      "apiKeys.revoke": {
        id: "apiKeys.revoke",
        method: "DELETE",
        path: "/api/v1/keys/{key_id}",
        parameters: [{ name: "key_id", in: "path", kind: "string", required: true, model: z.guid() }],
        bodyRequired: false,
        responses: {
          204: { kind: "none" },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Plans on offer. */
      "billing.listPlans": {
        id: "billing.listPlans",
        method: "GET",
        path: "/api/v1/billing/plans",
        parameters: [],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: PlansListResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Start to buy a plan. */
      "billing.createCheckout": {
        id: "billing.createCheckout",
        method: "POST",
        path: "/api/v1/billing/checkout",
        parameters: [],
        bodyRequired: true,
        bodyModel: CheckoutRequestModel,
        responses: {
          200: { kind: "json", contentType: "application/json", model: CheckoutResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** The plan in force. */
      "billing.getSubscription": {
        id: "billing.getSubscription",
        method: "GET",
        path: "/api/v1/billing/subscription",
        parameters: [],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: SubscriptionDetailResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Cancel the plan. */
      "billing.cancelSubscription": {
        id: "billing.cancelSubscription",
        method: "POST",
        path: "/api/v1/billing/cancel",
        parameters: [],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: CancelSubscriptionResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Use of the current month. */
      "billing.getUsage": {
        id: "billing.getUsage",
        method: "GET",
        path: "/api/v1/billing/usage",
        parameters: [],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: UsageStatsResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Requests by day. */
      "billing.getUsageHistory": {
        id: "billing.getUsageHistory",
        method: "GET",
        path: "/api/v1/billing/usage/history",
        parameters: [
          { name: "start_date", in: "query", kind: "string", required: false, model: z.iso.date() },
          { name: "end_date", in: "query", kind: "string", required: false, model: z.iso.date() },
        ],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: UsageHistoryResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Use within several windows. */
      "usage.getCurrent": {
        id: "usage.getCurrent",
        method: "GET",
        path: "/api/v1/usage/current",
        parameters: [],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: DetailedUsageResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** List strategies. */
      "strategies.list": {
        id: "strategies.list",
        method: "GET",
        path: "/api/v1/strategies",
        parameters: [{ name: "archived", in: "query", kind: "boolean", required: false, model: z.boolean() }],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: StrategyListResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Store a strategy. */
      "strategies.create": {
        id: "strategies.create",
        method: "POST",
        path: "/api/v1/strategies",
        parameters: [
          {
            name: "Idempotency-Key",
            in: "header",
            kind: "string",
            required: false,
            model: z.string().min(1).max(255),
          },
        ],
        bodyRequired: true,
        bodyModel: StrategyConfigModel,
        responses: {
          200: { kind: "json", contentType: "application/json", model: StrategyConfigModel },
          201: { kind: "json", contentType: "application/json", model: StrategyConfigModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          413: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** One strategy. */
      "strategies.get": {
        id: "strategies.get",
        method: "GET",
        path: "/api/v1/strategies/{strategy}",
        parameters: [
          { name: "strategy", in: "path", kind: "string", required: true, model: z.string().min(1) },
        ],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: StrategyConfigModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Archive or delete a strategy. */
      "strategies.delete": {
        id: "strategies.delete",
        method: "DELETE",
        path: "/api/v1/strategies/{strategy}",
        parameters: [
          { name: "strategy", in: "path", kind: "string", required: true, model: z.string().min(1) },
          { name: "archive", in: "query", kind: "boolean", required: false, model: z.boolean() },
        ],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: MessageResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          409: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Start a computation. */
      "export.create": {
        id: "export.create",
        method: "POST",
        path: "/api/v1/export",
        parameters: [
          {
            name: "Idempotency-Key",
            in: "header",
            kind: "string",
            required: false,
            model: z.string().min(1).max(255),
          },
        ],
        bodyRequired: true,
        bodyModel: ExportRequestModel,
        responses: {
          202: { kind: "json", contentType: "application/json", model: ExportResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          413: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Start several computations. */
      "export.createBatch": {
        id: "export.createBatch",
        method: "POST",
        path: "/api/v1/export/batch",
        parameters: [
          {
            name: "Idempotency-Key",
            in: "header",
            kind: "string",
            required: false,
            model: z.string().min(1).max(255),
          },
        ],
        bodyRequired: true,
        bodyModel: ExportBatchRequestModel,
        responses: {
          202: { kind: "json", contentType: "application/json", model: ExportBatchResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          413: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** States of several tasks. */
      "tasks.list": {
        id: "tasks.list",
        method: "GET",
        path: "/api/v1/tasks",
        parameters: [
          { name: "batch", in: "query", kind: "string", required: false, model: z.string().min(1).max(200) },
          {
            name: "ids",
            in: "query",
            kind: "string",
            list: true,
            required: false,
            model: z.array(z.guid()).min(1).max(500),
          },
          {
            name: "updated_after",
            in: "query",
            kind: "string",
            required: false,
            model: z.iso.datetime({ offset: true, local: true }),
          },
          { name: "wait", in: "query", kind: "number", required: false, model: z.number().gte(0).lte(60) },
        ],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: TaskListResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Trades and performance of several tasks as one ZIP. */
      "tasks.downloadResults": {
        id: "tasks.downloadResults",
        method: "GET",
        path: "/api/v1/tasks/results",
        parameters: [
          {
            name: "ids",
            in: "query",
            kind: "string",
            list: true,
            required: true,
            model: z.array(z.guid()).min(1).max(500),
          },
        ],
        bodyRequired: false,
        responses: {
          200: { kind: "bytes", contentType: "application/zip" },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** State of a task. */
      "tasks.get": {
        id: "tasks.get",
        method: "GET",
        path: "/api/v1/tasks/{task_id}",
        parameters: [{ name: "task_id", in: "path", kind: "string", required: true, model: z.guid() }],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: TaskMetadataResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Cancel a task. */
      "tasks.cancel": {
        id: "tasks.cancel",
        method: "POST",
        path: "/api/v1/tasks/{task_id}/cancel",
        parameters: [{ name: "task_id", in: "path", kind: "string", required: true, model: z.guid() }],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: TaskMetadataResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Trades and performance as one ZIP. */
      "tasks.downloadResult": {
        id: "tasks.downloadResult",
        method: "GET",
        path: "/api/v1/tasks/{task_id}/result",
        parameters: [{ name: "task_id", in: "path", kind: "string", required: true, model: z.guid() }],
        bodyRequired: false,
        responses: {
          200: { kind: "bytes", contentType: "application/zip" },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Trades of a BACKTEST_RESULTS or LATEST_TRADES task. */
      "tasks.downloadTrades": {
        id: "tasks.downloadTrades",
        method: "GET",
        path: "/api/v1/tasks/{task_id}/results/trades",
        parameters: [{ name: "task_id", in: "path", kind: "string", required: true, model: z.guid() }],
        bodyRequired: false,
        responses: {
          200: { kind: "bytes", contentType: "application/octet-stream" },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Performance of a BACKTEST_RESULTS or LATEST_TRADES task. */
      "tasks.downloadPerformance": {
        id: "tasks.downloadPerformance",
        method: "GET",
        path: "/api/v1/tasks/{task_id}/results/performance",
        parameters: [{ name: "task_id", in: "path", kind: "string", required: true, model: z.guid() }],
        bodyRequired: false,
        responses: {
          200: { kind: "bytes", contentType: "application/octet-stream" },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Bars with every stage of the pipeline, of an ENHANCED_OHLCV task. */
      "tasks.downloadEnhancedOhlcv": {
        id: "tasks.downloadEnhancedOhlcv",
        method: "GET",
        path: "/api/v1/tasks/{task_id}/results/enhanced_ohlcv",
        parameters: [{ name: "task_id", in: "path", kind: "string", required: true, model: z.guid() }],
        bodyRequired: false,
        responses: {
          200: { kind: "bytes", contentType: "application/octet-stream" },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Bars and indicators of an ON_DEMAND_OHLCV task. */
      "tasks.downloadOnDemandOhlcv": {
        id: "tasks.downloadOnDemandOhlcv",
        method: "GET",
        path: "/api/v1/tasks/{task_id}/results/on_demand_ohlcv",
        parameters: [{ name: "task_id", in: "path", kind: "string", required: true, model: z.guid() }],
        bodyRequired: false,
        responses: {
          200: { kind: "bytes", contentType: "application/octet-stream" },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Latest trades of a LATEST_TRADES task. */
      "tasks.getLatestTrades": {
        id: "tasks.getLatestTrades",
        method: "GET",
        path: "/api/v1/tasks/{task_id}/results/latest_trades",
        parameters: [{ name: "task_id", in: "path", kind: "string", required: true, model: z.guid() }],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: LatestTradesResultModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Outcome of a VALIDATE_STRATEGY task. */
      "tasks.getValidationResult": {
        id: "tasks.getValidationResult",
        method: "GET",
        path: "/api/v1/tasks/{task_id}/results/validation_result",
        parameters: [{ name: "task_id", in: "path", kind: "string", required: true, model: z.guid() }],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: ValidationResultModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** List instruments. */
      "instruments.list": {
        id: "instruments.list",
        method: "GET",
        path: "/api/v1/instruments",
        parameters: [
          { name: "symbol", in: "query", kind: "string", required: false, model: z.string() },
          { name: "account_source", in: "query", kind: "string", required: false, model: AccountSourceModel },
          { name: "broker_type", in: "query", kind: "string", required: false, model: BrokerTypeModel },
          { name: "market_type", in: "query", kind: "string", required: false, model: MarketTypeModel },
          { name: "limit", in: "query", kind: "integer", required: false, model: z.int().gte(1).lte(1000) },
          { name: "offset", in: "query", kind: "integer", required: false, model: z.int().gte(0) },
        ],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: InstrumentListResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** One instrument. */
      "instruments.get": {
        id: "instruments.get",
        method: "GET",
        path: "/api/v1/instruments/{instrument_id}",
        parameters: [{ name: "instrument_id", in: "path", kind: "integer", required: true, model: z.int() }],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: InstrumentResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** List accounts. */
      "accounts.list": {
        id: "accounts.list",
        method: "GET",
        path: "/api/v1/accounts",
        parameters: [{ name: "archived", in: "query", kind: "boolean", required: false, model: z.boolean() }],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: AccountListResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Add an account. */
      "accounts.create": {
        id: "accounts.create",
        method: "POST",
        path: "/api/v1/accounts",
        parameters: [],
        bodyRequired: true,
        bodyModel: AccountCreateRequestModel,
        responses: {
          201: { kind: "json", contentType: "application/json", model: AccountResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          409: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** One account. */
      "accounts.get": {
        id: "accounts.get",
        method: "GET",
        path: "/api/v1/accounts/{account_id}",
        parameters: [{ name: "account_id", in: "path", kind: "string", required: true, model: z.guid() }],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: AccountResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Change an account. */
      "accounts.update": {
        id: "accounts.update",
        method: "PUT",
        path: "/api/v1/accounts/{account_id}",
        parameters: [{ name: "account_id", in: "path", kind: "string", required: true, model: z.guid() }],
        bodyRequired: true,
        bodyModel: AccountUpdateRequestModel,
        responses: {
          200: { kind: "json", contentType: "application/json", model: AccountResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          409: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Archive or delete an account. */
      "accounts.delete": {
        id: "accounts.delete",
        method: "DELETE",
        path: "/api/v1/accounts/{account_id}",
        parameters: [
          { name: "account_id", in: "path", kind: "string", required: true, model: z.guid() },
          { name: "archive", in: "query", kind: "boolean", required: false, model: z.boolean() },
        ],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: MessageResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          409: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** List portfolios. */
      "portfolios.list": {
        id: "portfolios.list",
        method: "GET",
        path: "/api/v1/portfolios",
        parameters: [{ name: "archived", in: "query", kind: "boolean", required: false, model: z.boolean() }],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: PortfolioListResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Add a portfolio. */
      "portfolios.create": {
        id: "portfolios.create",
        method: "POST",
        path: "/api/v1/portfolios",
        parameters: [],
        bodyRequired: true,
        bodyModel: PortfolioCreateRequestModel,
        responses: {
          201: { kind: "json", contentType: "application/json", model: PortfolioResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          409: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** One portfolio. */
      "portfolios.get": {
        id: "portfolios.get",
        method: "GET",
        path: "/api/v1/portfolios/{name}",
        parameters: [{ name: "name", in: "path", kind: "string", required: true, model: z.string().min(1) }],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: PortfolioResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Change a portfolio. */
      "portfolios.update": {
        id: "portfolios.update",
        method: "PUT",
        path: "/api/v1/portfolios/{name}",
        parameters: [{ name: "name", in: "path", kind: "string", required: true, model: z.string().min(1) }],
        bodyRequired: true,
        bodyModel: PortfolioUpdateRequestModel,
        responses: {
          200: { kind: "json", contentType: "application/json", model: PortfolioResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Archive or delete a portfolio. */
      "portfolios.delete": {
        id: "portfolios.delete",
        method: "DELETE",
        path: "/api/v1/portfolios/{name}",
        parameters: [
          { name: "name", in: "path", kind: "string", required: true, model: z.string().min(1) },
          { name: "archive", in: "query", kind: "boolean", required: false, model: z.boolean() },
        ],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: MessageResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          409: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** List bindings. */
      "bindings.list": {
        id: "bindings.list",
        method: "GET",
        path: "/api/v1/bindings",
        parameters: [],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: BindingListResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Let an account trade a portfolio. */
      "bindings.create": {
        id: "bindings.create",
        method: "POST",
        path: "/api/v1/bindings",
        parameters: [],
        bodyRequired: true,
        bodyModel: BindingCreateRequestModel,
        responses: {
          201: { kind: "json", contentType: "application/json", model: BindingResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          409: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Remove a binding. */
      "bindings.delete": {
        id: "bindings.delete",
        method: "DELETE",
        path: "/api/v1/bindings/{binding_id}",
        parameters: [{ name: "binding_id", in: "path", kind: "string", required: true, model: z.guid() }],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: MessageResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** List slots. */
      "slots.list": {
        id: "slots.list",
        method: "GET",
        path: "/api/v1/slots",
        parameters: [],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: SlotListResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** One slot. */
      "slots.get": {
        id: "slots.get",
        method: "GET",
        path: "/api/v1/slots/{node_seq}/{slot_idx}",
        parameters: [
          { name: "node_seq", in: "path", kind: "integer", required: true, model: z.int().gte(0) },
          { name: "slot_idx", in: "path", kind: "integer", required: true, model: z.int().gte(0) },
        ],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: SlotResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Put an account into a slot. */
      "slots.bind": {
        id: "slots.bind",
        method: "POST",
        path: "/api/v1/slots/{node_seq}/{slot_idx}/bind",
        parameters: [
          { name: "node_seq", in: "path", kind: "integer", required: true, model: z.int().gte(0) },
          { name: "slot_idx", in: "path", kind: "integer", required: true, model: z.int().gte(0) },
        ],
        bodyRequired: true,
        bodyModel: SlotBindRequestModel,
        responses: {
          200: { kind: "json", contentType: "application/json", model: SlotResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          409: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Free a slot. */
      "slots.unbind": {
        id: "slots.unbind",
        method: "POST",
        path: "/api/v1/slots/{node_seq}/{slot_idx}/unbind",
        parameters: [
          { name: "node_seq", in: "path", kind: "integer", required: true, model: z.int().gte(0) },
          { name: "slot_idx", in: "path", kind: "integer", required: true, model: z.int().gte(0) },
        ],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: SlotResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          404: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
      /** Persisted trades. */
      "trades.query": {
        id: "trades.query",
        method: "GET",
        path: "/api/v1/trades",
        parameters: [
          { name: "strategy_name", in: "query", kind: "string", required: false, model: z.string().min(1) },
          { name: "blueprint_name", in: "query", kind: "string", required: false, model: z.string().min(1) },
          { name: "portfolio_name", in: "query", kind: "string", required: false, model: z.string().min(1) },
          {
            name: "start_time",
            in: "query",
            kind: "string",
            required: false,
            model: z.iso.datetime({ offset: true, local: true }),
          },
          {
            name: "end_time",
            in: "query",
            kind: "string",
            required: false,
            model: z.iso.datetime({ offset: true, local: true }),
          },
          { name: "has_entry_signal", in: "query", kind: "boolean", required: false, model: z.boolean() },
          { name: "has_exit_signal", in: "query", kind: "boolean", required: false, model: z.boolean() },
          { name: "limit", in: "query", kind: "integer", required: false, model: z.int().gte(1).lte(1000) },
          { name: "offset", in: "query", kind: "integer", required: false, model: z.int().gte(0) },
        ],
        bodyRequired: false,
        responses: {
          200: { kind: "json", contentType: "application/json", model: TradesListResponseModel },
          401: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          422: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          429: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          500: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          501: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
          503: { kind: "json", contentType: "application/json", model: ErrorResponseModel },
        },
        public: false,
      },
    }) satisfies Record<OperationId, OperationSpec>,
);
