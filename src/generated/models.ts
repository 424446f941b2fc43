// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type * as z from "zod";
import type {
  AccountSource,
  AccountStatus,
  BillingCycle,
  BrokerType,
  Capability,
  Currency,
  ExecutionMode,
  ExportType,
  Freq,
  IndicatorType,
  InstrumentStatus,
  MarketType,
  OhlcvColumn,
  OperationType,
  OrderStrategy,
  PersistMode,
  PlanTier,
  PriceColumn,
  ProfileShape,
  TaskStatus,
  TradeDirection,
  TrendType,
  Weekday,
} from "./enums.ts";
import {
  AccountCreateRequestSchema,
  AccountListResponseSchema,
  AccountResponseSchema,
  AccountSourceSchema,
  AccountStatusSchema,
  AccountUpdateRequestSchema,
  ADXSchema,
  AnchorConfigSchema,
  AnchorRuleSchema,
  APIKeyCreateResponseSchema,
  APIKeyCreateSchema,
  APIKeyListResponseSchema,
  APIKeyResponseSchema,
  ATRSchema,
  AtrQuantileSchema,
  BillingCycleSchema,
  BindingCreateRequestSchema,
  BindingListResponseSchema,
  BindingResponseSchema,
  BlueprintSchema,
  BlueprintSelectionSchema,
  BlueprintSummarySchema,
  BollingerBandsSchema,
  BrokerCredentialsSchema,
  BrokerTypeSchema,
  CancelSubscriptionResponseSchema,
  CapabilitySchema,
  CCISchema,
  CheckoutRequestSchema,
  CheckoutResponseSchema,
  CurrencySchema,
  CurrentUsageResponseSchema,
  DailyAnchorSchema,
  DecimalLikeSchema,
  DecimalSchema,
  DetailedUsageResponseSchema,
  EMASchema,
  EngineOptionsSchema,
  ErrorResponseSchema,
  ExecutionModeSchema,
  ExportBatchItemSchema,
  ExportBatchRequestSchema,
  ExportBatchResponseSchema,
  ExportBatchResultSchema,
  ExportRequestSchema,
  ExportResponseSchema,
  ExportTypeSchema,
  ExprSchema,
  FieldProblemSchema,
  FreqSchema,
  HealthResponseSchema,
  IndicatorConfigSchema,
  IndicatorFieldsSchema,
  IndicatorSpecSchema,
  IndicatorTypeSchema,
  InstrumentListResponseSchema,
  InstrumentMappingSchema,
  InstrumentResponseSchema,
  InstrumentStatusSchema,
  LatestTradesResultSchema,
  MACDSchema,
  MarketProfileSchema,
  MarketTypeSchema,
  MessageResponseSchema,
  OhlcvColumnSchema,
  OperationTypeSchema,
  OrderStrategySchema,
  ParquetFileSchema,
  PersistModeSchema,
  PlanLimitsSchema,
  PlanSchema,
  PlansListResponseSchema,
  PlanTierSchema,
  PortfolioCreateRequestSchema,
  PortfolioListResponseSchema,
  PortfolioResponseSchema,
  PortfolioUpdateRequestSchema,
  PriceColumnSchema,
  ProfileShapeConfigSchema,
  ProfileShapeSchema,
  RawOhlcvSchema,
  RSISchema,
  SlotBindRequestSchema,
  SlotListResponseSchema,
  SlotResponseSchema,
  SMASchema,
  SMMASchema,
  StochasticSchema,
  StrategyConfigSchema,
  StrategyListResponseSchema,
  StrategySummarySchema,
  SubscriptionDetailResponseSchema,
  SubscriptionSchema,
  SuperTrendSchema,
  TaskListResponseSchema,
  TaskMetadataResponseSchema,
  TaskStatusSchema,
  TradeDirectionSchema,
  TradeResponseSchema,
  TradesListResponseSchema,
  TrendTypeSchema,
  TriggerSchema,
  UsageDayResponseSchema,
  UsageHistoryResponseSchema,
  UsageStatsResponseSchema,
  UsageWindowSchema,
  ValidationProblemSchema,
  ValidationResultSchema,
  WeekdaySchema,
  WeeklyAnchorSchema,
  WMASchema,
  ZipFileSchema,
} from "./schemas.ts";
import type { components } from "./types.ts";

/** Checks a `Freq`. */
export const FreqModel: z.ZodType<Freq> = FreqSchema;

/** Checks a `TradeDirection`. */
export const TradeDirectionModel: z.ZodType<TradeDirection> = TradeDirectionSchema;

/** Checks a `TrendType`. */
export const TrendTypeModel: z.ZodType<TrendType> = TrendTypeSchema;

/** Checks a `OrderStrategy`. */
export const OrderStrategyModel: z.ZodType<OrderStrategy> = OrderStrategySchema;

/** Checks a `IndicatorType`. */
export const IndicatorTypeModel: z.ZodType<IndicatorType> = IndicatorTypeSchema;

/** Checks a `OhlcvColumn`. */
export const OhlcvColumnModel: z.ZodType<OhlcvColumn> = OhlcvColumnSchema;

/** Checks a `PriceColumn`. */
export const PriceColumnModel: z.ZodType<PriceColumn> = PriceColumnSchema;

/** Checks a `Weekday`. */
export const WeekdayModel: z.ZodType<Weekday> = WeekdaySchema;

/** Checks a `ProfileShape`. */
export const ProfileShapeModel: z.ZodType<ProfileShape> = ProfileShapeSchema;

/** Checks a `ExportType`. */
export const ExportTypeModel: z.ZodType<ExportType> = ExportTypeSchema;

/** Checks a `TaskStatus`. */
export const TaskStatusModel: z.ZodType<TaskStatus> = TaskStatusSchema;

/** Checks a `PersistMode`. */
export const PersistModeModel: z.ZodType<PersistMode> = PersistModeSchema;

/** Checks a `OperationType`. */
export const OperationTypeModel: z.ZodType<OperationType> = OperationTypeSchema;

/** Checks a `AccountSource`. */
export const AccountSourceModel: z.ZodType<AccountSource> = AccountSourceSchema;

/** Checks a `BrokerType`. */
export const BrokerTypeModel: z.ZodType<BrokerType> = BrokerTypeSchema;

/** Checks a `MarketType`. */
export const MarketTypeModel: z.ZodType<MarketType> = MarketTypeSchema;

/** Checks a `InstrumentStatus`. */
export const InstrumentStatusModel: z.ZodType<InstrumentStatus> = InstrumentStatusSchema;

/** A Polars expression in the JSON form of Rust Polars 0.51, as a nested object. Readers also take the same JSON as text. */
export type Expr = components["schemas"]["Expr"];

/** Checks a `Expr`. */
export const ExprModel: z.ZodType<Expr> = ExprSchema;

/** Simple moving average of a column. First value at bar `period`. */
export type SMA = components["schemas"]["SMA"];

/** Checks a `SMA`. */
export const SMAModel: z.ZodType<SMA> = SMASchema;

/** Exponential moving average, alpha 2 / (period + 1), seeded with the mean of the first `period` values. */
export type EMA = components["schemas"]["EMA"];

/** Checks a `EMA`. */
export const EMAModel: z.ZodType<EMA> = EMASchema;

/** Smoothed (Wilder) moving average, alpha 1 / period, seeded with the mean of the first `period` values. */
export type SMMA = components["schemas"]["SMMA"];

/** Checks a `SMMA`. */
export const SMMAModel: z.ZodType<SMMA> = SMMASchema;

/** Linearly weighted moving average, weights 1 to `period`, the newest bar weighing most. */
export type WMA = components["schemas"]["WMA"];

/** Checks a `WMA`. */
export const WMAModel: z.ZodType<WMA> = WMASchema;

/** Average true range with Wilder's smoothing; the first true range is high minus low. First value at bar `period`. */
export type ATR = components["schemas"]["ATR"];

/** Checks a `ATR`. */
export const ATRModel: z.ZodType<ATR> = ATRSchema;

/** Rolling quantile (nearest rank) of another indicator's column, usually an ATR. */
export type AtrQuantile = components["schemas"]["AtrQuantile"];

/** Checks a `AtrQuantile`. */
export const AtrQuantileModel: z.ZodType<AtrQuantile> = AtrQuantileSchema;

/** SuperTrend bands around the bar's middle, `multiplier` times a volatility column wide. */
export type SuperTrend = components["schemas"]["SuperTrend"];

/** Checks a `SuperTrend`. */
export const SuperTrendModel: z.ZodType<SuperTrend> = SuperTrendSchema;

/** Difference of two exponential averages, its signal line and their difference. */
export type MACD = components["schemas"]["MACD"];

/** Checks a `MACD`. */
export const MACDModel: z.ZodType<MACD> = MACDSchema;

/** Average directional index with Wilder's smoothing. */
export type ADX = components["schemas"]["ADX"];

/** Checks a `ADX`. */
export const ADXModel: z.ZodType<ADX> = ADXSchema;

/** Relative strength index, 0 to 100, with Wilder's smoothing. First value at bar `period` + 1. */
export type RSI = components["schemas"]["RSI"];

/** Checks a `RSI`. */
export const RSIModel: z.ZodType<RSI> = RSISchema;

/** Commodity channel index of the typical price, mean absolute deviation, constant 0.015. */
export type CCI = components["schemas"]["CCI"];

/** Checks a `CCI`. */
export const CCIModel: z.ZodType<CCI> = CCISchema;

/** Stochastic oscillator; raw %K and its simple average %D, 0 to 100. */
export type Stochastic = components["schemas"]["Stochastic"];

/** Checks a `Stochastic`. */
export const StochasticModel: z.ZodType<Stochastic> = StochasticSchema;

/** Moving average with bands `num_std` population deviations wide. */
export type BollingerBands = components["schemas"]["BollingerBands"];

/** Checks a `BollingerBands`. */
export const BollingerBandsModel: z.ZodType<BollingerBands> = BollingerBandsSchema;

/** Time-price-opportunity profile of the segments between anchors; values stand on anchor rows only. */
export type MarketProfile = components["schemas"]["MarketProfile"];

/** Checks a `MarketProfile`. */
export const MarketProfileModel: z.ZodType<MarketProfile> = MarketProfileSchema;

/** A column of the bars themselves, at a frequency and shift of its own. */
export type RawOhlcv = components["schemas"]["RawOhlcv"];

/** Checks a `RawOhlcv`. */
export const RawOhlcvModel: z.ZodType<RawOhlcv> = RawOhlcvSchema;

/** Struct members to keep; null keeps all. */
export type IndicatorFields = components["schemas"]["IndicatorFields"];

/** Checks a `IndicatorFields`. */
export const IndicatorFieldsModel: z.ZodType<IndicatorFields> = IndicatorFieldsSchema;

/** A time of day. */
export type DailyAnchor = components["schemas"]["DailyAnchor"];

/** Checks a `DailyAnchor`. */
export const DailyAnchorModel: z.ZodType<DailyAnchor> = DailyAnchorSchema;

/** A time of one day of the week. */
export type WeeklyAnchor = components["schemas"]["WeeklyAnchor"];

/** Checks a `WeeklyAnchor`. */
export const WeeklyAnchorModel: z.ZodType<WeeklyAnchor> = WeeklyAnchorSchema;

/** When a market profile segment ends, or starts. */
export type AnchorRule = components["schemas"]["AnchorRule"];

/** Checks a `AnchorRule`. */
export const AnchorRuleModel: z.ZodType<AnchorRule> = AnchorRuleSchema;

/** Where market profile segments are cut. */
export type AnchorConfig = components["schemas"]["AnchorConfig"];

/** Checks a `AnchorConfig`. */
export const AnchorConfigModel: z.ZodType<AnchorConfig> = AnchorConfigSchema;

/** Thresholds of the shape detection, each above 0 and at most 1. */
export type ProfileShapeConfig = components["schemas"]["ProfileShapeConfig"];

/** Checks a `ProfileShapeConfig`. */
export const ProfileShapeConfigModel: z.ZodType<ProfileShapeConfig> = ProfileShapeConfigSchema;

/** One indicator with its parameters, told apart by `type`. */
export type IndicatorConfig = components["schemas"]["IndicatorConfig"];

/** Checks a `IndicatorConfig`. */
export const IndicatorConfigModel: z.ZodType<IndicatorConfig> = IndicatorConfigSchema;

/** An indicator on an instrument and a frequency. Its column is named `[instrument_]freq_shortName[_sShift]`; a shift of 1 leaves no suffix. */
export type IndicatorSpec = components["schemas"]["IndicatorSpec"];

/** Checks a `IndicatorSpec`. */
export const IndicatorSpecModel: z.ZodType<IndicatorSpec> = IndicatorSpecSchema;

/** An order that fires on a bar when all its conditions are true there and its price is a number. */
export type Trigger = components["schemas"]["Trigger"];

/** Checks a `Trigger`. */
export const TriggerModel: z.ZodType<Trigger> = TriggerSchema;

/** Entry and exit triggers in one direction. */
export type Blueprint = components["schemas"]["Blueprint"];

/** Checks a `Blueprint`. */
export const BlueprintModel: z.ZodType<Blueprint> = BlueprintSchema;

/** A whole strategy; what the builder makes, what travels, what is stored. */
export type StrategyConfig = components["schemas"]["StrategyConfig"];

/** Checks a `StrategyConfig`. */
export const StrategyConfigModel: z.ZodType<StrategyConfig> = StrategyConfigSchema;

/** Id and name of a blueprint. */
export type BlueprintSummary = components["schemas"]["BlueprintSummary"];

/** Checks a `BlueprintSummary`. */
export const BlueprintSummaryModel: z.ZodType<BlueprintSummary> = BlueprintSummarySchema;

/** A stored strategy without indicators and triggers. */
export type StrategySummary = components["schemas"]["StrategySummary"];

/** Checks a `StrategySummary`. */
export const StrategySummaryModel: z.ZodType<StrategySummary> = StrategySummarySchema;

/** The caller's strategies. */
export type StrategyListResponse = components["schemas"]["StrategyListResponse"];

/** Checks a `StrategyListResponse`. */
export const StrategyListResponseModel: z.ZodType<StrategyListResponse> = StrategyListResponseSchema;

/** Conventions of the local gateway's engine; they exist to reproduce other engines. An extension: not every server knows it. */
export type EngineOptions = components["schemas"]["EngineOptions"];

/** Checks a `EngineOptions`. */
export const EngineOptionsModel: z.ZodType<EngineOptions> = EngineOptionsSchema;

/** One task; all given strategies over one period. */
export type ExportRequest = components["schemas"]["ExportRequest"];

/** Checks a `ExportRequest`. */
export const ExportRequestModel: z.ZodType<ExportRequest> = ExportRequestSchema;

/** An accepted export. */
export type ExportResponse = components["schemas"]["ExportResponse"];

/** Checks a `ExportResponse`. */
export const ExportResponseModel: z.ZodType<ExportResponse> = ExportResponseSchema;

/** One export of a batch request. An extension: not every server knows it. */
export type ExportBatchItem = components["schemas"]["ExportBatchItem"];

/** Checks a `ExportBatchItem`. */
export const ExportBatchItemModel: z.ZodType<ExportBatchItem> = ExportBatchItemSchema;

/** Several exports in one request, each on its own. An extension: not every server knows it. */
export type ExportBatchRequest = components["schemas"]["ExportBatchRequest"];

/** Checks a `ExportBatchRequest`. */
export const ExportBatchRequestModel: z.ZodType<ExportBatchRequest> = ExportBatchRequestSchema;

/** What became of one export; it has either a task or an error. An extension: not every server knows it. */
export type ExportBatchResult = components["schemas"]["ExportBatchResult"];

/** Checks a `ExportBatchResult`. */
export const ExportBatchResultModel: z.ZodType<ExportBatchResult> = ExportBatchResultSchema;

/** What became of the exports of a batch request. An extension: not every server knows it. */
export type ExportBatchResponse = components["schemas"]["ExportBatchResponse"];

/** Checks a `ExportBatchResponse`. */
export const ExportBatchResponseModel: z.ZodType<ExportBatchResponse> = ExportBatchResponseSchema;

/** State of a task. */
export type TaskMetadataResponse = components["schemas"]["TaskMetadataResponse"];

/** Checks a `TaskMetadataResponse`. */
export const TaskMetadataResponseModel: z.ZodType<TaskMetadataResponse> = TaskMetadataResponseSchema;

/** Tasks, and the moment at which they were looked at. An extension: not every server knows it. */
export type TaskListResponse = components["schemas"]["TaskListResponse"];

/** Checks a `TaskListResponse`. */
export const TaskListResponseModel: z.ZodType<TaskListResponse> = TaskListResponseSchema;

/** One thing that is wrong with a strategy. */
export type ValidationProblem = components["schemas"]["ValidationProblem"];

/** Checks a `ValidationProblem`. */
export const ValidationProblemModel: z.ZodType<ValidationProblem> = ValidationProblemSchema;

/** Outcome of VALIDATE_STRATEGY. */
export type ValidationResult = components["schemas"]["ValidationResult"];

/** Checks a `ValidationResult`. */
export const ValidationResultModel: z.ZodType<ValidationResult> = ValidationResultSchema;

/** Latest trades of every strategy and blueprint, as rows of the trades frame. */
export type LatestTradesResult = components["schemas"]["LatestTradesResult"];

/** Checks a `LatestTradesResult`. */
export const LatestTradesResultModel: z.ZodType<LatestTradesResult> = LatestTradesResultSchema;

/** A wish for a key. */
export type APIKeyCreate = components["schemas"]["APIKeyCreate"];

/** Checks a `APIKeyCreate`. */
export const APIKeyCreateModel: z.ZodType<APIKeyCreate> = APIKeyCreateSchema;

/** A new key. This is the only time its text is shown. */
export type APIKeyCreateResponse = components["schemas"]["APIKeyCreateResponse"];

/** Checks a `APIKeyCreateResponse`. */
export const APIKeyCreateResponseModel: z.ZodType<APIKeyCreateResponse> = APIKeyCreateResponseSchema;

/** A key without its text. */
export type APIKeyResponse = components["schemas"]["APIKeyResponse"];

/** Checks a `APIKeyResponse`. */
export const APIKeyResponseModel: z.ZodType<APIKeyResponse> = APIKeyResponseSchema;

/** All keys of the caller, revoked ones included. */
export type APIKeyListResponse = components["schemas"]["APIKeyListResponse"];

/** Checks a `APIKeyListResponse`. */
export const APIKeyListResponseModel: z.ZodType<APIKeyListResponse> = APIKeyListResponseSchema;

/** Checks a `PlanTier`. */
export const PlanTierModel: z.ZodType<PlanTier> = PlanTierSchema;

/** Checks a `BillingCycle`. */
export const BillingCycleModel: z.ZodType<BillingCycle> = BillingCycleSchema;

/** The plan to buy. */
export type CheckoutRequest = components["schemas"]["CheckoutRequest"];

/** Checks a `CheckoutRequest`. */
export const CheckoutRequestModel: z.ZodType<CheckoutRequest> = CheckoutRequestSchema;

/** Where to pay. */
export type CheckoutResponse = components["schemas"]["CheckoutResponse"];

/** Checks a `CheckoutResponse`. */
export const CheckoutResponseModel: z.ZodType<CheckoutResponse> = CheckoutResponseSchema;

/** What a plan allows. */
export type PlanLimits = components["schemas"]["PlanLimits"];

/** Checks a `PlanLimits`. */
export const PlanLimitsModel: z.ZodType<PlanLimits> = PlanLimitsSchema;

/** A plan on offer. */
export type Plan = components["schemas"]["Plan"];

/** Checks a `Plan`. */
export const PlanModel: z.ZodType<Plan> = PlanSchema;

/** All plans on offer. */
export type PlansListResponse = components["schemas"]["PlansListResponse"];

/** Checks a `PlansListResponse`. */
export const PlansListResponseModel: z.ZodType<PlansListResponse> = PlansListResponseSchema;

/** A paid plan. */
export type Subscription = components["schemas"]["Subscription"];

/** Checks a `Subscription`. */
export const SubscriptionModel: z.ZodType<Subscription> = SubscriptionSchema;

/** The caller's plan and what was used of it. */
export type SubscriptionDetailResponse = components["schemas"]["SubscriptionDetailResponse"];

/** Checks a `SubscriptionDetailResponse`. */
export const SubscriptionDetailResponseModel: z.ZodType<SubscriptionDetailResponse> =
  SubscriptionDetailResponseSchema;

/** A cancelled subscription. */
export type CancelSubscriptionResponse = components["schemas"]["CancelSubscriptionResponse"];

/** Checks a `CancelSubscriptionResponse`. */
export const CancelSubscriptionResponseModel: z.ZodType<CancelSubscriptionResponse> =
  CancelSubscriptionResponseSchema;

/** Requests of one day. */
export type UsageDayResponse = components["schemas"]["UsageDayResponse"];

/** Checks a `UsageDayResponse`. */
export const UsageDayResponseModel: z.ZodType<UsageDayResponse> = UsageDayResponseSchema;

/** Use of the current month. */
export type CurrentUsageResponse = components["schemas"]["CurrentUsageResponse"];

/** Checks a `CurrentUsageResponse`. */
export const CurrentUsageResponseModel: z.ZodType<CurrentUsageResponse> = CurrentUsageResponseSchema;

/** Use of the current month and the plan's limits. */
export type UsageStatsResponse = components["schemas"]["UsageStatsResponse"];

/** Checks a `UsageStatsResponse`. */
export const UsageStatsResponseModel: z.ZodType<UsageStatsResponse> = UsageStatsResponseSchema;

/** Requests by day. */
export type UsageHistoryResponse = components["schemas"]["UsageHistoryResponse"];

/** Checks a `UsageHistoryResponse`. */
export const UsageHistoryResponseModel: z.ZodType<UsageHistoryResponse> = UsageHistoryResponseSchema;

/** Use within a window of time. */
export type UsageWindow = components["schemas"]["UsageWindow"];

/** Checks a `UsageWindow`. */
export const UsageWindowModel: z.ZodType<UsageWindow> = UsageWindowSchema;

/** Use within several windows, and the plan's limits. Cached for three minutes. */
export type DetailedUsageResponse = components["schemas"]["DetailedUsageResponse"];

/** Checks a `DetailedUsageResponse`. */
export const DetailedUsageResponseModel: z.ZodType<DetailedUsageResponse> = DetailedUsageResponseSchema;

/** A decimal number as text, so that no digit is lost. */
export type Decimal = components["schemas"]["Decimal"];

/** Checks a `Decimal`. */
export const DecimalModel: z.ZodType<Decimal> = DecimalSchema;

/** A decimal number; text keeps every digit. */
export type DecimalLike = components["schemas"]["DecimalLike"];

/** Checks a `DecimalLike`. */
export const DecimalLikeModel: z.ZodType<DecimalLike> = DecimalLikeSchema;

/** A tradable instrument; its symbol is what `base_instrument` takes. */
export type InstrumentResponse = components["schemas"]["InstrumentResponse"];

/** Checks a `InstrumentResponse`. */
export const InstrumentResponseModel: z.ZodType<InstrumentResponse> = InstrumentResponseSchema;

/** A page of instruments. */
export type InstrumentListResponse = components["schemas"]["InstrumentListResponse"];

/** Checks a `InstrumentListResponse`. */
export const InstrumentListResponseModel: z.ZodType<InstrumentListResponse> = InstrumentListResponseSchema;

/** Checks a `AccountStatus`. */
export const AccountStatusModel: z.ZodType<AccountStatus> = AccountStatusSchema;

/** Credentials of a broker; which fields are needed depends on the broker. Stored encrypted, never returned. */
export type BrokerCredentials = components["schemas"]["BrokerCredentials"];

/** Checks a `BrokerCredentials`. */
export const BrokerCredentialsModel: z.ZodType<BrokerCredentials> = BrokerCredentialsSchema;

/** A broker account to add. */
export type AccountCreateRequest = components["schemas"]["AccountCreateRequest"];

/** Checks a `AccountCreateRequest`. */
export const AccountCreateRequestModel: z.ZodType<AccountCreateRequest> = AccountCreateRequestSchema;

/** What to change; an absent field stays as it is. broker_type and account_source cannot be changed. */
export type AccountUpdateRequest = components["schemas"]["AccountUpdateRequest"];

/** Checks a `AccountUpdateRequest`. */
export const AccountUpdateRequestModel: z.ZodType<AccountUpdateRequest> = AccountUpdateRequestSchema;

/** A broker account without its credentials. */
export type AccountResponse = components["schemas"]["AccountResponse"];

/** Checks a `AccountResponse`. */
export const AccountResponseModel: z.ZodType<AccountResponse> = AccountResponseSchema;

/** The caller's accounts. */
export type AccountListResponse = components["schemas"]["AccountListResponse"];

/** Checks a `AccountListResponse`. */
export const AccountListResponseModel: z.ZodType<AccountListResponse> = AccountListResponseSchema;

/** Checks a `Currency`. */
export const CurrencyModel: z.ZodType<Currency> = CurrencySchema;

/** Checks a `ExecutionMode`. */
export const ExecutionModeModel: z.ZodType<ExecutionMode> = ExecutionModeSchema;

/** One blueprint of one strategy. */
export type BlueprintSelection = components["schemas"]["BlueprintSelection"];

/** Checks a `BlueprintSelection`. */
export const BlueprintSelectionModel: z.ZodType<BlueprintSelection> = BlueprintSelectionSchema;

/** From the symbol of the signal to the symbol, or the instrument id, that is traded. */
export type InstrumentMapping = components["schemas"]["InstrumentMapping"];

/** Checks a `InstrumentMapping`. */
export const InstrumentMappingModel: z.ZodType<InstrumentMapping> = InstrumentMappingSchema;

/** A portfolio to add. */
export type PortfolioCreateRequest = components["schemas"]["PortfolioCreateRequest"];

/** Checks a `PortfolioCreateRequest`. */
export const PortfolioCreateRequestModel: z.ZodType<PortfolioCreateRequest> = PortfolioCreateRequestSchema;

/** What to change; an absent field stays as it is. Selections replace all. */
export type PortfolioUpdateRequest = components["schemas"]["PortfolioUpdateRequest"];

/** Checks a `PortfolioUpdateRequest`. */
export const PortfolioUpdateRequestModel: z.ZodType<PortfolioUpdateRequest> = PortfolioUpdateRequestSchema;

/** A portfolio. */
export type PortfolioResponse = components["schemas"]["PortfolioResponse"];

/** Checks a `PortfolioResponse`. */
export const PortfolioResponseModel: z.ZodType<PortfolioResponse> = PortfolioResponseSchema;

/** The caller's portfolios. */
export type PortfolioListResponse = components["schemas"]["PortfolioListResponse"];

/** Checks a `PortfolioListResponse`. */
export const PortfolioListResponseModel: z.ZodType<PortfolioListResponse> = PortfolioListResponseSchema;

/** An account and the portfolio it is to trade. */
export type BindingCreateRequest = components["schemas"]["BindingCreateRequest"];

/** Checks a `BindingCreateRequest`. */
export const BindingCreateRequestModel: z.ZodType<BindingCreateRequest> = BindingCreateRequestSchema;

/** An account that trades a portfolio. */
export type BindingResponse = components["schemas"]["BindingResponse"];

/** Checks a `BindingResponse`. */
export const BindingResponseModel: z.ZodType<BindingResponse> = BindingResponseSchema;

/** The caller's bindings. */
export type BindingListResponse = components["schemas"]["BindingListResponse"];

/** Checks a `BindingListResponse`. */
export const BindingListResponseModel: z.ZodType<BindingListResponse> = BindingListResponseSchema;

/** The account that takes the slot. */
export type SlotBindRequest = components["schemas"]["SlotBindRequest"];

/** Checks a `SlotBindRequest`. */
export const SlotBindRequestModel: z.ZodType<SlotBindRequest> = SlotBindRequestSchema;

/** A place of a trader node that runs one account. */
export type SlotResponse = components["schemas"]["SlotResponse"];

/** Checks a `SlotResponse`. */
export const SlotResponseModel: z.ZodType<SlotResponse> = SlotResponseSchema;

/** The caller's slots. */
export type SlotListResponse = components["schemas"]["SlotListResponse"];

/** Checks a `SlotListResponse`. */
export const SlotListResponseModel: z.ZodType<SlotListResponse> = SlotListResponseSchema;

/** A trade that a task with persist_mode PSQL stored. */
export type TradeResponse = components["schemas"]["TradeResponse"];

/** Checks a `TradeResponse`. */
export const TradeResponseModel: z.ZodType<TradeResponse> = TradeResponseSchema;

/** A page of persisted trades. */
export type TradesListResponse = components["schemas"]["TradesListResponse"];

/** Checks a `TradesListResponse`. */
export const TradesListResponseModel: z.ZodType<TradesListResponse> = TradesListResponseSchema;

/** Checks a `Capability`. */
export const CapabilityModel: z.ZodType<Capability> = CapabilitySchema;

/** That the service runs, and what it can do beyond the hosted contract. */
export type HealthResponse = components["schemas"]["HealthResponse"];

/** Checks a `HealthResponse`. */
export const HealthResponseModel: z.ZodType<HealthResponse> = HealthResponseSchema;

/** A sentence on what was done. */
export type MessageResponse = components["schemas"]["MessageResponse"];

/** Checks a `MessageResponse`. */
export const MessageResponseModel: z.ZodType<MessageResponse> = MessageResponseSchema;

/** What is wrong with one field of a request. */
export type FieldProblem = components["schemas"]["FieldProblem"];

/** Checks a `FieldProblem`. */
export const FieldProblemModel: z.ZodType<FieldProblem> = FieldProblemSchema;

/** Why a request failed. */
export type ErrorResponse = components["schemas"]["ErrorResponse"];

/** Checks a `ErrorResponse`. */
export const ErrorResponseModel: z.ZodType<ErrorResponse> = ErrorResponseSchema;

/** A Parquet file. */
export type ParquetFile = components["schemas"]["ParquetFile"];

/** Checks a `ParquetFile`. */
export const ParquetFileModel: z.ZodType<ParquetFile> = ParquetFileSchema;

/** A ZIP archive of Parquet files. */
export type ZipFile = components["schemas"]["ZipFile"];

/** Checks a `ZipFile`. */
export const ZipFileModel: z.ZodType<ZipFile> = ZipFileSchema;
