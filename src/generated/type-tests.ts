// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type * as z from "zod";
import type * as schemas from "./schemas.ts";
import type { components } from "./types.ts";

type Equals<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Same<A, B> = Equals<A, B> extends true ? Mutual<A, B> : false;
type Proven<T extends true> = T;

/** One entry per schema: what its zod schema gives and takes is its type. */
export interface Proofs {
  Freq: [
    Proven<Same<z.output<typeof schemas.FreqSchema>, components["schemas"]["Freq"]>>,
    Proven<Same<z.input<typeof schemas.FreqSchema>, components["schemas"]["Freq"]>>,
  ];
  TradeDirection: [
    Proven<Same<z.output<typeof schemas.TradeDirectionSchema>, components["schemas"]["TradeDirection"]>>,
    Proven<Same<z.input<typeof schemas.TradeDirectionSchema>, components["schemas"]["TradeDirection"]>>,
  ];
  TrendType: [
    Proven<Same<z.output<typeof schemas.TrendTypeSchema>, components["schemas"]["TrendType"]>>,
    Proven<Same<z.input<typeof schemas.TrendTypeSchema>, components["schemas"]["TrendType"]>>,
  ];
  OrderStrategy: [
    Proven<Same<z.output<typeof schemas.OrderStrategySchema>, components["schemas"]["OrderStrategy"]>>,
    Proven<Same<z.input<typeof schemas.OrderStrategySchema>, components["schemas"]["OrderStrategy"]>>,
  ];
  IndicatorType: [
    Proven<Same<z.output<typeof schemas.IndicatorTypeSchema>, components["schemas"]["IndicatorType"]>>,
    Proven<Same<z.input<typeof schemas.IndicatorTypeSchema>, components["schemas"]["IndicatorType"]>>,
  ];
  OhlcvColumn: [
    Proven<Same<z.output<typeof schemas.OhlcvColumnSchema>, components["schemas"]["OhlcvColumn"]>>,
    Proven<Same<z.input<typeof schemas.OhlcvColumnSchema>, components["schemas"]["OhlcvColumn"]>>,
  ];
  PriceColumn: [
    Proven<Same<z.output<typeof schemas.PriceColumnSchema>, components["schemas"]["PriceColumn"]>>,
    Proven<Same<z.input<typeof schemas.PriceColumnSchema>, components["schemas"]["PriceColumn"]>>,
  ];
  Weekday: [
    Proven<Same<z.output<typeof schemas.WeekdaySchema>, components["schemas"]["Weekday"]>>,
    Proven<Same<z.input<typeof schemas.WeekdaySchema>, components["schemas"]["Weekday"]>>,
  ];
  ProfileShape: [
    Proven<Same<z.output<typeof schemas.ProfileShapeSchema>, components["schemas"]["ProfileShape"]>>,
    Proven<Same<z.input<typeof schemas.ProfileShapeSchema>, components["schemas"]["ProfileShape"]>>,
  ];
  ExportType: [
    Proven<Same<z.output<typeof schemas.ExportTypeSchema>, components["schemas"]["ExportType"]>>,
    Proven<Same<z.input<typeof schemas.ExportTypeSchema>, components["schemas"]["ExportType"]>>,
  ];
  TaskStatus: [
    Proven<Same<z.output<typeof schemas.TaskStatusSchema>, components["schemas"]["TaskStatus"]>>,
    Proven<Same<z.input<typeof schemas.TaskStatusSchema>, components["schemas"]["TaskStatus"]>>,
  ];
  PersistMode: [
    Proven<Same<z.output<typeof schemas.PersistModeSchema>, components["schemas"]["PersistMode"]>>,
    Proven<Same<z.input<typeof schemas.PersistModeSchema>, components["schemas"]["PersistMode"]>>,
  ];
  OperationType: [
    Proven<Same<z.output<typeof schemas.OperationTypeSchema>, components["schemas"]["OperationType"]>>,
    Proven<Same<z.input<typeof schemas.OperationTypeSchema>, components["schemas"]["OperationType"]>>,
  ];
  AccountSource: [
    Proven<Same<z.output<typeof schemas.AccountSourceSchema>, components["schemas"]["AccountSource"]>>,
    Proven<Same<z.input<typeof schemas.AccountSourceSchema>, components["schemas"]["AccountSource"]>>,
  ];
  BrokerType: [
    Proven<Same<z.output<typeof schemas.BrokerTypeSchema>, components["schemas"]["BrokerType"]>>,
    Proven<Same<z.input<typeof schemas.BrokerTypeSchema>, components["schemas"]["BrokerType"]>>,
  ];
  MarketType: [
    Proven<Same<z.output<typeof schemas.MarketTypeSchema>, components["schemas"]["MarketType"]>>,
    Proven<Same<z.input<typeof schemas.MarketTypeSchema>, components["schemas"]["MarketType"]>>,
  ];
  InstrumentStatus: [
    Proven<Same<z.output<typeof schemas.InstrumentStatusSchema>, components["schemas"]["InstrumentStatus"]>>,
    Proven<Same<z.input<typeof schemas.InstrumentStatusSchema>, components["schemas"]["InstrumentStatus"]>>,
  ];
  Expr: [
    Proven<Same<z.output<typeof schemas.ExprSchema>, components["schemas"]["Expr"]>>,
    Proven<Same<z.input<typeof schemas.ExprSchema>, components["schemas"]["Expr"]>>,
  ];
  SMA: [
    Proven<Same<z.output<typeof schemas.SMASchema>, components["schemas"]["SMA"]>>,
    Proven<Same<z.input<typeof schemas.SMASchema>, components["schemas"]["SMA"]>>,
  ];
  EMA: [
    Proven<Same<z.output<typeof schemas.EMASchema>, components["schemas"]["EMA"]>>,
    Proven<Same<z.input<typeof schemas.EMASchema>, components["schemas"]["EMA"]>>,
  ];
  SMMA: [
    Proven<Same<z.output<typeof schemas.SMMASchema>, components["schemas"]["SMMA"]>>,
    Proven<Same<z.input<typeof schemas.SMMASchema>, components["schemas"]["SMMA"]>>,
  ];
  WMA: [
    Proven<Same<z.output<typeof schemas.WMASchema>, components["schemas"]["WMA"]>>,
    Proven<Same<z.input<typeof schemas.WMASchema>, components["schemas"]["WMA"]>>,
  ];
  ATR: [
    Proven<Same<z.output<typeof schemas.ATRSchema>, components["schemas"]["ATR"]>>,
    Proven<Same<z.input<typeof schemas.ATRSchema>, components["schemas"]["ATR"]>>,
  ];
  AtrQuantile: [
    Proven<Same<z.output<typeof schemas.AtrQuantileSchema>, components["schemas"]["AtrQuantile"]>>,
    Proven<Same<z.input<typeof schemas.AtrQuantileSchema>, components["schemas"]["AtrQuantile"]>>,
  ];
  SuperTrend: [
    Proven<Same<z.output<typeof schemas.SuperTrendSchema>, components["schemas"]["SuperTrend"]>>,
    Proven<Same<z.input<typeof schemas.SuperTrendSchema>, components["schemas"]["SuperTrend"]>>,
  ];
  MACD: [
    Proven<Same<z.output<typeof schemas.MACDSchema>, components["schemas"]["MACD"]>>,
    Proven<Same<z.input<typeof schemas.MACDSchema>, components["schemas"]["MACD"]>>,
  ];
  ADX: [
    Proven<Same<z.output<typeof schemas.ADXSchema>, components["schemas"]["ADX"]>>,
    Proven<Same<z.input<typeof schemas.ADXSchema>, components["schemas"]["ADX"]>>,
  ];
  RSI: [
    Proven<Same<z.output<typeof schemas.RSISchema>, components["schemas"]["RSI"]>>,
    Proven<Same<z.input<typeof schemas.RSISchema>, components["schemas"]["RSI"]>>,
  ];
  CCI: [
    Proven<Same<z.output<typeof schemas.CCISchema>, components["schemas"]["CCI"]>>,
    Proven<Same<z.input<typeof schemas.CCISchema>, components["schemas"]["CCI"]>>,
  ];
  Stochastic: [
    Proven<Same<z.output<typeof schemas.StochasticSchema>, components["schemas"]["Stochastic"]>>,
    Proven<Same<z.input<typeof schemas.StochasticSchema>, components["schemas"]["Stochastic"]>>,
  ];
  BollingerBands: [
    Proven<Same<z.output<typeof schemas.BollingerBandsSchema>, components["schemas"]["BollingerBands"]>>,
    Proven<Same<z.input<typeof schemas.BollingerBandsSchema>, components["schemas"]["BollingerBands"]>>,
  ];
  MarketProfile: [
    Proven<Same<z.output<typeof schemas.MarketProfileSchema>, components["schemas"]["MarketProfile"]>>,
    Proven<Same<z.input<typeof schemas.MarketProfileSchema>, components["schemas"]["MarketProfile"]>>,
  ];
  RawOhlcv: [
    Proven<Same<z.output<typeof schemas.RawOhlcvSchema>, components["schemas"]["RawOhlcv"]>>,
    Proven<Same<z.input<typeof schemas.RawOhlcvSchema>, components["schemas"]["RawOhlcv"]>>,
  ];
  IndicatorFields: [
    Proven<Same<z.output<typeof schemas.IndicatorFieldsSchema>, components["schemas"]["IndicatorFields"]>>,
    Proven<Same<z.input<typeof schemas.IndicatorFieldsSchema>, components["schemas"]["IndicatorFields"]>>,
  ];
  DailyAnchor: [
    Proven<Same<z.output<typeof schemas.DailyAnchorSchema>, components["schemas"]["DailyAnchor"]>>,
    Proven<Same<z.input<typeof schemas.DailyAnchorSchema>, components["schemas"]["DailyAnchor"]>>,
  ];
  WeeklyAnchor: [
    Proven<Same<z.output<typeof schemas.WeeklyAnchorSchema>, components["schemas"]["WeeklyAnchor"]>>,
    Proven<Same<z.input<typeof schemas.WeeklyAnchorSchema>, components["schemas"]["WeeklyAnchor"]>>,
  ];
  AnchorRule: [
    Proven<Same<z.output<typeof schemas.AnchorRuleSchema>, components["schemas"]["AnchorRule"]>>,
    Proven<Same<z.input<typeof schemas.AnchorRuleSchema>, components["schemas"]["AnchorRule"]>>,
  ];
  AnchorConfig: [
    Proven<Same<z.output<typeof schemas.AnchorConfigSchema>, components["schemas"]["AnchorConfig"]>>,
    Proven<Same<z.input<typeof schemas.AnchorConfigSchema>, components["schemas"]["AnchorConfig"]>>,
  ];
  ProfileShapeConfig: [
    Proven<
      Same<z.output<typeof schemas.ProfileShapeConfigSchema>, components["schemas"]["ProfileShapeConfig"]>
    >,
    Proven<
      Same<z.input<typeof schemas.ProfileShapeConfigSchema>, components["schemas"]["ProfileShapeConfig"]>
    >,
  ];
  IndicatorConfig: [
    Proven<Same<z.output<typeof schemas.IndicatorConfigSchema>, components["schemas"]["IndicatorConfig"]>>,
    Proven<Same<z.input<typeof schemas.IndicatorConfigSchema>, components["schemas"]["IndicatorConfig"]>>,
  ];
  IndicatorSpec: [
    Proven<Same<z.output<typeof schemas.IndicatorSpecSchema>, components["schemas"]["IndicatorSpec"]>>,
    Proven<Same<z.input<typeof schemas.IndicatorSpecSchema>, components["schemas"]["IndicatorSpec"]>>,
  ];
  Trigger: [
    Proven<Same<z.output<typeof schemas.TriggerSchema>, components["schemas"]["Trigger"]>>,
    Proven<Same<z.input<typeof schemas.TriggerSchema>, components["schemas"]["Trigger"]>>,
  ];
  Blueprint: [
    Proven<Same<z.output<typeof schemas.BlueprintSchema>, components["schemas"]["Blueprint"]>>,
    Proven<Same<z.input<typeof schemas.BlueprintSchema>, components["schemas"]["Blueprint"]>>,
  ];
  StrategyConfig: [
    Proven<Same<z.output<typeof schemas.StrategyConfigSchema>, components["schemas"]["StrategyConfig"]>>,
    Proven<Same<z.input<typeof schemas.StrategyConfigSchema>, components["schemas"]["StrategyConfig"]>>,
  ];
  BlueprintSummary: [
    Proven<Same<z.output<typeof schemas.BlueprintSummarySchema>, components["schemas"]["BlueprintSummary"]>>,
    Proven<Same<z.input<typeof schemas.BlueprintSummarySchema>, components["schemas"]["BlueprintSummary"]>>,
  ];
  StrategySummary: [
    Proven<Same<z.output<typeof schemas.StrategySummarySchema>, components["schemas"]["StrategySummary"]>>,
    Proven<Same<z.input<typeof schemas.StrategySummarySchema>, components["schemas"]["StrategySummary"]>>,
  ];
  StrategyListResponse: [
    Proven<
      Same<z.output<typeof schemas.StrategyListResponseSchema>, components["schemas"]["StrategyListResponse"]>
    >,
    Proven<
      Same<z.input<typeof schemas.StrategyListResponseSchema>, components["schemas"]["StrategyListResponse"]>
    >,
  ];
  EngineOptions: [
    Proven<Same<z.output<typeof schemas.EngineOptionsSchema>, components["schemas"]["EngineOptions"]>>,
    Proven<Same<z.input<typeof schemas.EngineOptionsSchema>, components["schemas"]["EngineOptions"]>>,
  ];
  ExportRequest: [
    Proven<Same<z.output<typeof schemas.ExportRequestSchema>, components["schemas"]["ExportRequest"]>>,
    Proven<Same<z.input<typeof schemas.ExportRequestSchema>, components["schemas"]["ExportRequest"]>>,
  ];
  ExportResponse: [
    Proven<Same<z.output<typeof schemas.ExportResponseSchema>, components["schemas"]["ExportResponse"]>>,
    Proven<Same<z.input<typeof schemas.ExportResponseSchema>, components["schemas"]["ExportResponse"]>>,
  ];
  ExportBatchItem: [
    Proven<Same<z.output<typeof schemas.ExportBatchItemSchema>, components["schemas"]["ExportBatchItem"]>>,
    Proven<Same<z.input<typeof schemas.ExportBatchItemSchema>, components["schemas"]["ExportBatchItem"]>>,
  ];
  ExportBatchRequest: [
    Proven<
      Same<z.output<typeof schemas.ExportBatchRequestSchema>, components["schemas"]["ExportBatchRequest"]>
    >,
    Proven<
      Same<z.input<typeof schemas.ExportBatchRequestSchema>, components["schemas"]["ExportBatchRequest"]>
    >,
  ];
  ExportBatchResult: [
    Proven<
      Same<z.output<typeof schemas.ExportBatchResultSchema>, components["schemas"]["ExportBatchResult"]>
    >,
    Proven<Same<z.input<typeof schemas.ExportBatchResultSchema>, components["schemas"]["ExportBatchResult"]>>,
  ];
  ExportBatchResponse: [
    Proven<
      Same<z.output<typeof schemas.ExportBatchResponseSchema>, components["schemas"]["ExportBatchResponse"]>
    >,
    Proven<
      Same<z.input<typeof schemas.ExportBatchResponseSchema>, components["schemas"]["ExportBatchResponse"]>
    >,
  ];
  TaskMetadataResponse: [
    Proven<
      Same<z.output<typeof schemas.TaskMetadataResponseSchema>, components["schemas"]["TaskMetadataResponse"]>
    >,
    Proven<
      Same<z.input<typeof schemas.TaskMetadataResponseSchema>, components["schemas"]["TaskMetadataResponse"]>
    >,
  ];
  TaskListResponse: [
    Proven<Same<z.output<typeof schemas.TaskListResponseSchema>, components["schemas"]["TaskListResponse"]>>,
    Proven<Same<z.input<typeof schemas.TaskListResponseSchema>, components["schemas"]["TaskListResponse"]>>,
  ];
  ValidationProblem: [
    Proven<
      Same<z.output<typeof schemas.ValidationProblemSchema>, components["schemas"]["ValidationProblem"]>
    >,
    Proven<Same<z.input<typeof schemas.ValidationProblemSchema>, components["schemas"]["ValidationProblem"]>>,
  ];
  ValidationResult: [
    Proven<Same<z.output<typeof schemas.ValidationResultSchema>, components["schemas"]["ValidationResult"]>>,
    Proven<Same<z.input<typeof schemas.ValidationResultSchema>, components["schemas"]["ValidationResult"]>>,
  ];
  LatestTradesResult: [
    Proven<
      Same<z.output<typeof schemas.LatestTradesResultSchema>, components["schemas"]["LatestTradesResult"]>
    >,
    Proven<
      Same<z.input<typeof schemas.LatestTradesResultSchema>, components["schemas"]["LatestTradesResult"]>
    >,
  ];
  APIKeyCreate: [
    Proven<Same<z.output<typeof schemas.APIKeyCreateSchema>, components["schemas"]["APIKeyCreate"]>>,
    Proven<Same<z.input<typeof schemas.APIKeyCreateSchema>, components["schemas"]["APIKeyCreate"]>>,
  ];
  APIKeyCreateResponse: [
    Proven<
      Same<z.output<typeof schemas.APIKeyCreateResponseSchema>, components["schemas"]["APIKeyCreateResponse"]>
    >,
    Proven<
      Same<z.input<typeof schemas.APIKeyCreateResponseSchema>, components["schemas"]["APIKeyCreateResponse"]>
    >,
  ];
  APIKeyResponse: [
    Proven<Same<z.output<typeof schemas.APIKeyResponseSchema>, components["schemas"]["APIKeyResponse"]>>,
    Proven<Same<z.input<typeof schemas.APIKeyResponseSchema>, components["schemas"]["APIKeyResponse"]>>,
  ];
  APIKeyListResponse: [
    Proven<
      Same<z.output<typeof schemas.APIKeyListResponseSchema>, components["schemas"]["APIKeyListResponse"]>
    >,
    Proven<
      Same<z.input<typeof schemas.APIKeyListResponseSchema>, components["schemas"]["APIKeyListResponse"]>
    >,
  ];
  PlanTier: [
    Proven<Same<z.output<typeof schemas.PlanTierSchema>, components["schemas"]["PlanTier"]>>,
    Proven<Same<z.input<typeof schemas.PlanTierSchema>, components["schemas"]["PlanTier"]>>,
  ];
  BillingCycle: [
    Proven<Same<z.output<typeof schemas.BillingCycleSchema>, components["schemas"]["BillingCycle"]>>,
    Proven<Same<z.input<typeof schemas.BillingCycleSchema>, components["schemas"]["BillingCycle"]>>,
  ];
  CheckoutRequest: [
    Proven<Same<z.output<typeof schemas.CheckoutRequestSchema>, components["schemas"]["CheckoutRequest"]>>,
    Proven<Same<z.input<typeof schemas.CheckoutRequestSchema>, components["schemas"]["CheckoutRequest"]>>,
  ];
  CheckoutResponse: [
    Proven<Same<z.output<typeof schemas.CheckoutResponseSchema>, components["schemas"]["CheckoutResponse"]>>,
    Proven<Same<z.input<typeof schemas.CheckoutResponseSchema>, components["schemas"]["CheckoutResponse"]>>,
  ];
  PlanLimits: [
    Proven<Same<z.output<typeof schemas.PlanLimitsSchema>, components["schemas"]["PlanLimits"]>>,
    Proven<Same<z.input<typeof schemas.PlanLimitsSchema>, components["schemas"]["PlanLimits"]>>,
  ];
  Plan: [
    Proven<Same<z.output<typeof schemas.PlanSchema>, components["schemas"]["Plan"]>>,
    Proven<Same<z.input<typeof schemas.PlanSchema>, components["schemas"]["Plan"]>>,
  ];
  PlansListResponse: [
    Proven<
      Same<z.output<typeof schemas.PlansListResponseSchema>, components["schemas"]["PlansListResponse"]>
    >,
    Proven<Same<z.input<typeof schemas.PlansListResponseSchema>, components["schemas"]["PlansListResponse"]>>,
  ];
  Subscription: [
    Proven<Same<z.output<typeof schemas.SubscriptionSchema>, components["schemas"]["Subscription"]>>,
    Proven<Same<z.input<typeof schemas.SubscriptionSchema>, components["schemas"]["Subscription"]>>,
  ];
  SubscriptionDetailResponse: [
    Proven<
      Same<
        z.output<typeof schemas.SubscriptionDetailResponseSchema>,
        components["schemas"]["SubscriptionDetailResponse"]
      >
    >,
    Proven<
      Same<
        z.input<typeof schemas.SubscriptionDetailResponseSchema>,
        components["schemas"]["SubscriptionDetailResponse"]
      >
    >,
  ];
  CancelSubscriptionResponse: [
    Proven<
      Same<
        z.output<typeof schemas.CancelSubscriptionResponseSchema>,
        components["schemas"]["CancelSubscriptionResponse"]
      >
    >,
    Proven<
      Same<
        z.input<typeof schemas.CancelSubscriptionResponseSchema>,
        components["schemas"]["CancelSubscriptionResponse"]
      >
    >,
  ];
  UsageDayResponse: [
    Proven<Same<z.output<typeof schemas.UsageDayResponseSchema>, components["schemas"]["UsageDayResponse"]>>,
    Proven<Same<z.input<typeof schemas.UsageDayResponseSchema>, components["schemas"]["UsageDayResponse"]>>,
  ];
  CurrentUsageResponse: [
    Proven<
      Same<z.output<typeof schemas.CurrentUsageResponseSchema>, components["schemas"]["CurrentUsageResponse"]>
    >,
    Proven<
      Same<z.input<typeof schemas.CurrentUsageResponseSchema>, components["schemas"]["CurrentUsageResponse"]>
    >,
  ];
  UsageStatsResponse: [
    Proven<
      Same<z.output<typeof schemas.UsageStatsResponseSchema>, components["schemas"]["UsageStatsResponse"]>
    >,
    Proven<
      Same<z.input<typeof schemas.UsageStatsResponseSchema>, components["schemas"]["UsageStatsResponse"]>
    >,
  ];
  UsageHistoryResponse: [
    Proven<
      Same<z.output<typeof schemas.UsageHistoryResponseSchema>, components["schemas"]["UsageHistoryResponse"]>
    >,
    Proven<
      Same<z.input<typeof schemas.UsageHistoryResponseSchema>, components["schemas"]["UsageHistoryResponse"]>
    >,
  ];
  UsageWindow: [
    Proven<Same<z.output<typeof schemas.UsageWindowSchema>, components["schemas"]["UsageWindow"]>>,
    Proven<Same<z.input<typeof schemas.UsageWindowSchema>, components["schemas"]["UsageWindow"]>>,
  ];
  DetailedUsageResponse: [
    Proven<
      Same<
        z.output<typeof schemas.DetailedUsageResponseSchema>,
        components["schemas"]["DetailedUsageResponse"]
      >
    >,
    Proven<
      Same<
        z.input<typeof schemas.DetailedUsageResponseSchema>,
        components["schemas"]["DetailedUsageResponse"]
      >
    >,
  ];
  Decimal: [
    Proven<Same<z.output<typeof schemas.DecimalSchema>, components["schemas"]["Decimal"]>>,
    Proven<Same<z.input<typeof schemas.DecimalSchema>, components["schemas"]["Decimal"]>>,
  ];
  DecimalLike: [
    Proven<Same<z.output<typeof schemas.DecimalLikeSchema>, components["schemas"]["DecimalLike"]>>,
    Proven<Same<z.input<typeof schemas.DecimalLikeSchema>, components["schemas"]["DecimalLike"]>>,
  ];
  InstrumentResponse: [
    Proven<
      Same<z.output<typeof schemas.InstrumentResponseSchema>, components["schemas"]["InstrumentResponse"]>
    >,
    Proven<
      Same<z.input<typeof schemas.InstrumentResponseSchema>, components["schemas"]["InstrumentResponse"]>
    >,
  ];
  InstrumentListResponse: [
    Proven<
      Same<
        z.output<typeof schemas.InstrumentListResponseSchema>,
        components["schemas"]["InstrumentListResponse"]
      >
    >,
    Proven<
      Same<
        z.input<typeof schemas.InstrumentListResponseSchema>,
        components["schemas"]["InstrumentListResponse"]
      >
    >,
  ];
  AccountStatus: [
    Proven<Same<z.output<typeof schemas.AccountStatusSchema>, components["schemas"]["AccountStatus"]>>,
    Proven<Same<z.input<typeof schemas.AccountStatusSchema>, components["schemas"]["AccountStatus"]>>,
  ];
  BrokerCredentials: [
    Proven<
      Same<z.output<typeof schemas.BrokerCredentialsSchema>, components["schemas"]["BrokerCredentials"]>
    >,
    Proven<Same<z.input<typeof schemas.BrokerCredentialsSchema>, components["schemas"]["BrokerCredentials"]>>,
  ];
  AccountCreateRequest: [
    Proven<
      Same<z.output<typeof schemas.AccountCreateRequestSchema>, components["schemas"]["AccountCreateRequest"]>
    >,
    Proven<
      Same<z.input<typeof schemas.AccountCreateRequestSchema>, components["schemas"]["AccountCreateRequest"]>
    >,
  ];
  AccountUpdateRequest: [
    Proven<
      Same<z.output<typeof schemas.AccountUpdateRequestSchema>, components["schemas"]["AccountUpdateRequest"]>
    >,
    Proven<
      Same<z.input<typeof schemas.AccountUpdateRequestSchema>, components["schemas"]["AccountUpdateRequest"]>
    >,
  ];
  AccountResponse: [
    Proven<Same<z.output<typeof schemas.AccountResponseSchema>, components["schemas"]["AccountResponse"]>>,
    Proven<Same<z.input<typeof schemas.AccountResponseSchema>, components["schemas"]["AccountResponse"]>>,
  ];
  AccountListResponse: [
    Proven<
      Same<z.output<typeof schemas.AccountListResponseSchema>, components["schemas"]["AccountListResponse"]>
    >,
    Proven<
      Same<z.input<typeof schemas.AccountListResponseSchema>, components["schemas"]["AccountListResponse"]>
    >,
  ];
  Currency: [
    Proven<Same<z.output<typeof schemas.CurrencySchema>, components["schemas"]["Currency"]>>,
    Proven<Same<z.input<typeof schemas.CurrencySchema>, components["schemas"]["Currency"]>>,
  ];
  ExecutionMode: [
    Proven<Same<z.output<typeof schemas.ExecutionModeSchema>, components["schemas"]["ExecutionMode"]>>,
    Proven<Same<z.input<typeof schemas.ExecutionModeSchema>, components["schemas"]["ExecutionMode"]>>,
  ];
  BlueprintSelection: [
    Proven<
      Same<z.output<typeof schemas.BlueprintSelectionSchema>, components["schemas"]["BlueprintSelection"]>
    >,
    Proven<
      Same<z.input<typeof schemas.BlueprintSelectionSchema>, components["schemas"]["BlueprintSelection"]>
    >,
  ];
  InstrumentMapping: [
    Proven<
      Same<z.output<typeof schemas.InstrumentMappingSchema>, components["schemas"]["InstrumentMapping"]>
    >,
    Proven<Same<z.input<typeof schemas.InstrumentMappingSchema>, components["schemas"]["InstrumentMapping"]>>,
  ];
  PortfolioCreateRequest: [
    Proven<
      Same<
        z.output<typeof schemas.PortfolioCreateRequestSchema>,
        components["schemas"]["PortfolioCreateRequest"]
      >
    >,
    Proven<
      Same<
        z.input<typeof schemas.PortfolioCreateRequestSchema>,
        components["schemas"]["PortfolioCreateRequest"]
      >
    >,
  ];
  PortfolioUpdateRequest: [
    Proven<
      Same<
        z.output<typeof schemas.PortfolioUpdateRequestSchema>,
        components["schemas"]["PortfolioUpdateRequest"]
      >
    >,
    Proven<
      Same<
        z.input<typeof schemas.PortfolioUpdateRequestSchema>,
        components["schemas"]["PortfolioUpdateRequest"]
      >
    >,
  ];
  PortfolioResponse: [
    Proven<
      Same<z.output<typeof schemas.PortfolioResponseSchema>, components["schemas"]["PortfolioResponse"]>
    >,
    Proven<Same<z.input<typeof schemas.PortfolioResponseSchema>, components["schemas"]["PortfolioResponse"]>>,
  ];
  PortfolioListResponse: [
    Proven<
      Same<
        z.output<typeof schemas.PortfolioListResponseSchema>,
        components["schemas"]["PortfolioListResponse"]
      >
    >,
    Proven<
      Same<
        z.input<typeof schemas.PortfolioListResponseSchema>,
        components["schemas"]["PortfolioListResponse"]
      >
    >,
  ];
  BindingCreateRequest: [
    Proven<
      Same<z.output<typeof schemas.BindingCreateRequestSchema>, components["schemas"]["BindingCreateRequest"]>
    >,
    Proven<
      Same<z.input<typeof schemas.BindingCreateRequestSchema>, components["schemas"]["BindingCreateRequest"]>
    >,
  ];
  BindingResponse: [
    Proven<Same<z.output<typeof schemas.BindingResponseSchema>, components["schemas"]["BindingResponse"]>>,
    Proven<Same<z.input<typeof schemas.BindingResponseSchema>, components["schemas"]["BindingResponse"]>>,
  ];
  BindingListResponse: [
    Proven<
      Same<z.output<typeof schemas.BindingListResponseSchema>, components["schemas"]["BindingListResponse"]>
    >,
    Proven<
      Same<z.input<typeof schemas.BindingListResponseSchema>, components["schemas"]["BindingListResponse"]>
    >,
  ];
  SlotBindRequest: [
    Proven<Same<z.output<typeof schemas.SlotBindRequestSchema>, components["schemas"]["SlotBindRequest"]>>,
    Proven<Same<z.input<typeof schemas.SlotBindRequestSchema>, components["schemas"]["SlotBindRequest"]>>,
  ];
  SlotResponse: [
    Proven<Same<z.output<typeof schemas.SlotResponseSchema>, components["schemas"]["SlotResponse"]>>,
    Proven<Same<z.input<typeof schemas.SlotResponseSchema>, components["schemas"]["SlotResponse"]>>,
  ];
  SlotListResponse: [
    Proven<Same<z.output<typeof schemas.SlotListResponseSchema>, components["schemas"]["SlotListResponse"]>>,
    Proven<Same<z.input<typeof schemas.SlotListResponseSchema>, components["schemas"]["SlotListResponse"]>>,
  ];
  TradeResponse: [
    Proven<Same<z.output<typeof schemas.TradeResponseSchema>, components["schemas"]["TradeResponse"]>>,
    Proven<Same<z.input<typeof schemas.TradeResponseSchema>, components["schemas"]["TradeResponse"]>>,
  ];
  TradesListResponse: [
    Proven<
      Same<z.output<typeof schemas.TradesListResponseSchema>, components["schemas"]["TradesListResponse"]>
    >,
    Proven<
      Same<z.input<typeof schemas.TradesListResponseSchema>, components["schemas"]["TradesListResponse"]>
    >,
  ];
  Capability: [
    Proven<Same<z.output<typeof schemas.CapabilitySchema>, components["schemas"]["Capability"]>>,
    Proven<Same<z.input<typeof schemas.CapabilitySchema>, components["schemas"]["Capability"]>>,
  ];
  HealthResponse: [
    Proven<Same<z.output<typeof schemas.HealthResponseSchema>, components["schemas"]["HealthResponse"]>>,
    Proven<Same<z.input<typeof schemas.HealthResponseSchema>, components["schemas"]["HealthResponse"]>>,
  ];
  MessageResponse: [
    Proven<Same<z.output<typeof schemas.MessageResponseSchema>, components["schemas"]["MessageResponse"]>>,
    Proven<Same<z.input<typeof schemas.MessageResponseSchema>, components["schemas"]["MessageResponse"]>>,
  ];
  FieldProblem: [
    Proven<Same<z.output<typeof schemas.FieldProblemSchema>, components["schemas"]["FieldProblem"]>>,
    Proven<Same<z.input<typeof schemas.FieldProblemSchema>, components["schemas"]["FieldProblem"]>>,
  ];
  ErrorResponse: [
    Proven<Same<z.output<typeof schemas.ErrorResponseSchema>, components["schemas"]["ErrorResponse"]>>,
    Proven<Same<z.input<typeof schemas.ErrorResponseSchema>, components["schemas"]["ErrorResponse"]>>,
  ];
  ParquetFile: [
    Proven<Same<z.output<typeof schemas.ParquetFileSchema>, components["schemas"]["ParquetFile"]>>,
    Proven<Same<z.input<typeof schemas.ParquetFileSchema>, components["schemas"]["ParquetFile"]>>,
  ];
  ZipFile: [
    Proven<Same<z.output<typeof schemas.ZipFileSchema>, components["schemas"]["ZipFile"]>>,
    Proven<Same<z.input<typeof schemas.ZipFileSchema>, components["schemas"]["ZipFile"]>>,
  ];
}
