// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import * as z from "zod";

/**
 * Makes a value by a call that bundlers take for pure, so that one nobody uses is left out. A function called where it
 * stands would do, but rolldown unwraps it and forgets the mark.
 */
export function make<T>(maker: () => T): T {
  return maker();
}

export const FreqSchema = /* @__PURE__ */ make(() =>
  z.enum(["1min", "5min", "15min", "30min", "1h", "4h", "1D", "1W", "1M"]),
);

export const TradeDirectionSchema = /* @__PURE__ */ make(() => z.enum(["Long", "Short", "Both"]));

export const TrendTypeSchema = /* @__PURE__ */ make(() => z.enum(["Trend", "Range", "Reversal"]));

export const OrderStrategySchema = /* @__PURE__ */ make(() =>
  z.enum([
    "ImmediateEntry",
    "FavorableDelayEntry",
    "AdverseDelayEntry",
    "ImmediateExit",
    "StopLoss",
    "TakeProfit",
    "TrailingStop",
    "Breakeven",
    "TimeoutExit",
  ]),
);

export const IndicatorTypeSchema = /* @__PURE__ */ make(() =>
  z.enum([
    "sma",
    "ema",
    "smma",
    "wma",
    "atr",
    "atr_quantile",
    "supertrend",
    "market_profile",
    "cci",
    "rsi",
    "bollinger_bands",
    "macd",
    "stochastic",
    "adx",
    "raw_ohlcv",
  ]),
);

export const OhlcvColumnSchema = /* @__PURE__ */ make(() =>
  z.enum(["open", "high", "low", "close", "volume"]),
);

export const PriceColumnSchema = /* @__PURE__ */ make(() => z.enum(["high", "open", "low", "close"]));

export const WeekdaySchema = /* @__PURE__ */ make(() =>
  z.enum(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
);

export const ProfileShapeSchema = /* @__PURE__ */ make(() =>
  z.enum(["p_shaped", "b_shaped", "b_double_distribution", "trend_day", "normal", "undefined"]),
);

export const ExportTypeSchema = /* @__PURE__ */ make(() => z.literal([0, 1, 2, 3, 4]));

export const TaskStatusSchema = /* @__PURE__ */ make(() => z.literal([0, 1, 2, 3]));

export const PersistModeSchema = /* @__PURE__ */ make(() => z.literal([0, 1]));

export const OperationTypeSchema = /* @__PURE__ */ make(() =>
  z.enum(["backtest-results", "latest-trades", "enhanced-ohlcv", "on-demand-ohlcv", "validate-strategy"]),
);

export const AccountSourceSchema = /* @__PURE__ */ make(() =>
  z.enum(["FTMO", "IB", "FIVEPERCENT", "BINANCE", "SHIOAJI"]),
);

export const BrokerTypeSchema = /* @__PURE__ */ make(() =>
  z.enum(["mt5", "binance", "okx", "shioaji", "ccxt", "ib", "tradepose_mock"]),
);

export const MarketTypeSchema = /* @__PURE__ */ make(() =>
  z.enum(["spot", "futures", "margin", "options", "swap", "forex"]),
);

export const InstrumentStatusSchema = /* @__PURE__ */ make(() =>
  z.enum(["active", "inactive", "trading_halt"]),
);

export const ExprSchema = /* @__PURE__ */ make(() =>
  z.union([z.record(z.string(), z.unknown()), z.string().min(1)]),
);

export const SMASchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("SMA"),
    period: z.int().gt(0),
    column: OhlcvColumnSchema.nullable().exactOptional(),
  }),
);

export const EMASchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("EMA"),
    period: z.int().gt(0),
    column: OhlcvColumnSchema.nullable().exactOptional(),
  }),
);

export const SMMASchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("SMMA"),
    period: z.int().gt(0),
    column: OhlcvColumnSchema.nullable().exactOptional(),
  }),
);

export const WMASchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("WMA"),
    period: z.int().gt(0),
    column: OhlcvColumnSchema.nullable().exactOptional(),
  }),
);

export const ATRSchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("ATR"),
    period: z.int().gt(0),
  }),
);

export const AtrQuantileSchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("AtrQuantile"),
    atr_column: z.string().min(1),
    window: z.int().gt(0),
    quantile: z.number().gt(0).lt(1),
  }),
);

export const IndicatorFieldsSchema = /* @__PURE__ */ make(() => z.array(z.string().min(1)).nullable());

export const SuperTrendSchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("SuperTrend"),
    multiplier: z.number().gt(0),
    volatility_column: z.string().min(1),
    high: PriceColumnSchema.nullable().exactOptional(),
    low: PriceColumnSchema.nullable().exactOptional(),
    close: PriceColumnSchema.nullable().exactOptional(),
    fields: IndicatorFieldsSchema.exactOptional(),
  }),
);

export const MACDSchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("MACD"),
    fast_period: z.int().gt(0).nullable().exactOptional(),
    slow_period: z.int().gt(0).nullable().exactOptional(),
    signal_period: z.int().gt(0).nullable().exactOptional(),
    column: OhlcvColumnSchema.nullable().exactOptional(),
    fields: IndicatorFieldsSchema.exactOptional(),
  }),
);

export const ADXSchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("ADX"),
    period: z.int().gt(0).nullable().exactOptional(),
    fields: IndicatorFieldsSchema.exactOptional(),
  }),
);

export const RSISchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("RSI"),
    period: z.int().gt(0).nullable().exactOptional(),
    column: OhlcvColumnSchema.nullable().exactOptional(),
  }),
);

export const CCISchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("CCI"),
    period: z.int().gt(0).nullable().exactOptional(),
  }),
);

export const StochasticSchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("Stochastic"),
    k_period: z.int().gt(0).nullable().exactOptional(),
    d_period: z.int().gt(0).nullable().exactOptional(),
    fields: IndicatorFieldsSchema.exactOptional(),
  }),
);

export const BollingerBandsSchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("BollingerBands"),
    period: z.int().gt(0).nullable().exactOptional(),
    num_std: z.number().gt(0).nullable().exactOptional(),
    column: OhlcvColumnSchema.nullable().exactOptional(),
    fields: IndicatorFieldsSchema.exactOptional(),
  }),
);

export const DailyAnchorSchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("DailyTime"),
    hour: z.int().gte(0).lte(23),
    minute: z.int().gte(0).lte(59),
  }),
);

export const WeeklyAnchorSchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("WeeklyTime"),
    weekday: WeekdaySchema,
    hour: z.int().gte(0).lte(23),
    minute: z.int().gte(0).lte(59),
  }),
);

export const AnchorRuleSchema = /* @__PURE__ */ make(() =>
  z.discriminatedUnion("type", [DailyAnchorSchema, WeeklyAnchorSchema]),
);

export const AnchorConfigSchema = /* @__PURE__ */ make(() =>
  z.object({
    end_rule: AnchorRuleSchema,
    start_rule: AnchorRuleSchema.nullable().exactOptional(),
    lookback_days: z.int().gte(0),
  }),
);

export const ProfileShapeConfigSchema = /* @__PURE__ */ make(() =>
  z.object({
    early_period_ratio: z.number().lte(1).gt(0).nullable().exactOptional(),
    late_period_ratio: z.number().lte(1).gt(0).nullable().exactOptional(),
    trend_ib_max_ratio: z.number().lte(1).gt(0).nullable().exactOptional(),
    trend_monotonic_threshold: z.number().lte(1).gt(0).nullable().exactOptional(),
    trend_imbalance_threshold: z.number().lte(1).gt(0).nullable().exactOptional(),
    pshape_concentration_threshold: z.number().lte(1).gt(0).nullable().exactOptional(),
    bshape_valley_threshold: z.number().lte(1).gt(0).nullable().exactOptional(),
    normal_symmetry_threshold: z.number().lte(1).gt(0).nullable().exactOptional(),
  }),
);

export const MarketProfileSchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("MarketProfile"),
    anchor_config: AnchorConfigSchema,
    tick_size: z.number().gt(0),
    value_area_pct: z.number().gt(0).lt(1).nullable().exactOptional(),
    fields: IndicatorFieldsSchema.exactOptional(),
    shape_config: ProfileShapeConfigSchema.nullable().exactOptional(),
  }),
);

export const RawOhlcvSchema = /* @__PURE__ */ make(() =>
  z.object({
    type: z.literal("RawOhlcv"),
    column: OhlcvColumnSchema,
  }),
);

export const IndicatorConfigSchema = /* @__PURE__ */ make(() =>
  z.discriminatedUnion("type", [
    SMASchema,
    EMASchema,
    SMMASchema,
    WMASchema,
    ATRSchema,
    AtrQuantileSchema,
    SuperTrendSchema,
    MACDSchema,
    ADXSchema,
    RSISchema,
    CCISchema,
    StochasticSchema,
    BollingerBandsSchema,
    MarketProfileSchema,
    RawOhlcvSchema,
  ]),
);

export const IndicatorSpecSchema = /* @__PURE__ */ make(() =>
  z.object({
    instrument: z.string().min(1).nullable().exactOptional(),
    instrument_id: z.int().nullable().exactOptional(),
    freq: FreqSchema,
    shift: z.int().nullable().exactOptional(),
    indicator: IndicatorConfigSchema,
  }),
);

export const TriggerSchema = /* @__PURE__ */ make(() =>
  z.object({
    name: z.string(),
    order_strategy: OrderStrategySchema,
    priority: z.int(),
    note: z.string().nullable().exactOptional(),
    conditions: z.array(ExprSchema),
    price_expr: ExprSchema,
  }),
);

export const BlueprintSchema = /* @__PURE__ */ make(() =>
  z.object({
    id: z.guid().nullable().exactOptional(),
    name: z.string(),
    direction: TradeDirectionSchema,
    trend_type: TrendTypeSchema,
    entry_first: z.boolean(),
    note: z.string().nullable().exactOptional(),
    entry_triggers: z.array(TriggerSchema),
    exit_triggers: z.array(TriggerSchema),
  }),
);

export const StrategyConfigSchema = /* @__PURE__ */ make(() =>
  z.object({
    id: z.guid().nullable().exactOptional(),
    name: z.string().min(1),
    base_instrument: z.string().min(1),
    base_instrument_id: z.int().nullable().exactOptional(),
    base_freq: FreqSchema,
    note: z.string().nullable().exactOptional(),
    volatility_indicator: ExprSchema.nullable().exactOptional(),
    indicators: z.array(IndicatorSpecSchema).nullable().exactOptional(),
    base_blueprint: BlueprintSchema,
    advanced_blueprints: z.array(BlueprintSchema).nullable().exactOptional(),
  }),
);

export const BlueprintSummarySchema = /* @__PURE__ */ make(() =>
  z.object({
    id: z.guid().nullable(),
    name: z.string(),
  }),
);

export const StrategySummarySchema = /* @__PURE__ */ make(() =>
  z.object({
    id: z.guid(),
    name: z.string(),
    base_instrument: z.string(),
    base_freq: FreqSchema,
    note: z.string().nullable(),
    base_blueprint: BlueprintSummarySchema,
    advanced_blueprints: z.array(BlueprintSummarySchema),
  }),
);

export const StrategyListResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    strategies: z.array(StrategySummarySchema),
    count: z.int().gte(0),
  }),
);

export const EngineOptionsSchema = /* @__PURE__ */ make(() =>
  z.object({
    intrabar: z.enum(["pessimistic", "path", "optimistic"]).nullable().exactOptional(),
    entry_bar_exits: z.enum(["certain", "none"]).nullable().exactOptional(),
    stops_before_signals: z.boolean().nullable().exactOptional(),
    end_of_data: z.enum(["open", "close"]).nullable().exactOptional(),
  }),
);

export const ExportRequestSchema = /* @__PURE__ */ make(() =>
  z.object({
    strategy_configs: z.array(StrategyConfigSchema).min(1),
    export_type: ExportTypeSchema,
    persist_mode: PersistModeSchema.nullable().exactOptional(),
    start_date: z.string().nullable().exactOptional(),
    end_date: z.string().nullable().exactOptional(),
    strategy_ids: z.array(z.string()).nullable().exactOptional(),
    strategy_name: z.string().nullable().exactOptional(),
    blueprint_name: z.string().nullable().exactOptional(),
    base_instrument: z.string().nullable().exactOptional(),
    base_freq: FreqSchema.nullable().exactOptional(),
    indicator_specs: z.array(IndicatorSpecSchema).nullable().exactOptional(),
    trade_count: z.int().gte(1).nullable().exactOptional(),
    engine_options: EngineOptionsSchema.nullable().exactOptional(),
    batch: z.string().min(1).max(200).nullable().exactOptional(),
  }),
);

export const ExportResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    task_id: z.guid(),
    message: z.string(),
    operation_type: OperationTypeSchema,
  }),
);

export const ExportBatchItemSchema = /* @__PURE__ */ make(() =>
  z.object({
    idempotency_key: z.string().min(1).max(255),
    request: ExportRequestSchema,
  }),
);

export const ExportBatchRequestSchema = /* @__PURE__ */ make(() =>
  z.object({
    exports: z.array(ExportBatchItemSchema).min(1).max(200),
  }),
);

export const FieldProblemSchema = /* @__PURE__ */ make(() =>
  z.object({
    field: z.string(),
    message: z.string(),
    type: z.string(),
  }),
);

export const ErrorResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    detail: z.string(),
    details: z.array(FieldProblemSchema).nullable().exactOptional(),
  }),
);

export const ExportBatchResultSchema = /* @__PURE__ */ make(() =>
  z.object({
    status: z.int().gte(200).lte(599),
    task_id: z.guid().nullable().exactOptional(),
    error: ErrorResponseSchema.nullable().exactOptional(),
  }),
);

export const ExportBatchResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    results: z.array(ExportBatchResultSchema),
    accepted: z.int().gte(0),
  }),
);

export const TaskMetadataResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    task_id: z.guid(),
    user_id: z.guid(),
    status: TaskStatusSchema,
    export_type: ExportTypeSchema,
    created_at: z.iso.datetime({ offset: true, local: true }),
    started_at: z.iso.datetime({ offset: true, local: true }).nullable().exactOptional(),
    completed_at: z.iso.datetime({ offset: true, local: true }).nullable().exactOptional(),
    worker_id: z.string().nullable().exactOptional(),
    strategy_counts: z.int().gte(0).nullable().exactOptional(),
    blueprint_counts: z.int().gte(0).nullable().exactOptional(),
    indicator_counts: z.int().gte(0).nullable().exactOptional(),
    trigger_counts: z.int().gte(0).nullable().exactOptional(),
    input_rows: z.int().gte(0).nullable().exactOptional(),
    error_message: z.string().nullable().exactOptional(),
    error_code: z.string().nullable().exactOptional(),
    batch: z.string().nullable().exactOptional(),
    progress: z.number().gte(0).lte(1).nullable().exactOptional(),
    completed_blueprint_counts: z.int().gte(0).nullable().exactOptional(),
    trade_counts: z.int().gte(0).nullable().exactOptional(),
    engine_version: z.string().nullable().exactOptional(),
    data_fingerprint: z.string().nullable().exactOptional(),
    rejected_entries: z.int().gte(0).nullable().exactOptional(),
    ambiguous_trades: z.int().gte(0).nullable().exactOptional(),
  }),
);

export const TaskListResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    tasks: z.array(TaskMetadataResponseSchema),
    count: z.int().gte(0),
    now: z.iso.datetime({ offset: true, local: true }),
  }),
);

export const ValidationProblemSchema = /* @__PURE__ */ make(() =>
  z.object({
    strategy_name: z.string().nullable(),
    field_path: z.string(),
    message: z.string(),
  }),
);

export const ValidationResultSchema = /* @__PURE__ */ make(() =>
  z.object({
    valid: z.boolean(),
    validated_strategies: z.array(z.string()),
    errors: z.array(ValidationProblemSchema),
    warnings: z.array(ValidationProblemSchema).nullable().exactOptional(),
  }),
);

export const LatestTradesResultSchema = /* @__PURE__ */ make(() =>
  z.object({
    trades: z.array(z.record(z.string(), z.unknown())),
  }),
);

export const APIKeyCreateSchema = /* @__PURE__ */ make(() =>
  z.object({
    name: z.string().min(1).max(100),
  }),
);

export const APIKeyCreateResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    id: z.guid(),
    user_id: z.string(),
    name: z.string(),
    api_key: z.string(),
    created_at: z.iso.datetime({ offset: true, local: true }),
  }),
);

export const APIKeyResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    id: z.guid(),
    user_id: z.string(),
    name: z.string(),
    revoked: z.boolean(),
    last_used: z.iso.datetime({ offset: true, local: true }).nullable(),
    created_at: z.iso.datetime({ offset: true, local: true }),
  }),
);

export const APIKeyListResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    keys: z.array(APIKeyResponseSchema),
    total: z.int().gte(0),
  }),
);

export const PlanTierSchema = /* @__PURE__ */ make(() => z.enum(["free", "pro", "enterprise"]));

export const BillingCycleSchema = /* @__PURE__ */ make(() => z.enum(["monthly", "yearly"]));

export const CheckoutRequestSchema = /* @__PURE__ */ make(() =>
  z.object({
    plan_tier: PlanTierSchema,
    billing_cycle: BillingCycleSchema,
  }),
);

export const CheckoutResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    checkout_url: z.string(),
    variant_id: z.string(),
  }),
);

export const PlanLimitsSchema = /* @__PURE__ */ make(() =>
  z.object({
    requests_per_minute: z.int().gte(0),
    monthly_quota: z.int().gte(0),
    max_concurrent_tasks: z.int().gte(0),
    max_strategies: z.int().gte(0),
    priority_queue: z.boolean(),
    support_level: z.string(),
  }),
);

export const PlanSchema = /* @__PURE__ */ make(() =>
  z.object({
    tier: PlanTierSchema,
    name: z.string(),
    description: z.string(),
    price_monthly: z.number().gte(0),
    price_yearly: z.number().gte(0),
    limits: PlanLimitsSchema,
    features: z.array(z.string()),
  }),
);

export const PlansListResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    plans: z.array(PlanSchema),
  }),
);

export const SubscriptionSchema = /* @__PURE__ */ make(() =>
  z.object({
    id: z.guid(),
    user_id: z.guid(),
    lemonsqueezy_subscription_id: z.string().nullable().exactOptional(),
    lemonsqueezy_customer_id: z.string().nullable().exactOptional(),
    plan: z.string(),
    status: z.string(),
    current_period_start: z.iso.datetime({ offset: true, local: true }).nullable().exactOptional(),
    current_period_end: z.iso.datetime({ offset: true, local: true }).nullable().exactOptional(),
    created_at: z.iso.datetime({ offset: true, local: true }),
    updated_at: z.iso.datetime({ offset: true, local: true }),
  }),
);

export const SubscriptionDetailResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    subscription: SubscriptionSchema.nullable().exactOptional(),
    current_plan: z.string(),
    usage_current_month: z.int().gte(0).nullable().exactOptional(),
    usage_limit: z.int().gte(0).nullable().exactOptional(),
  }),
);

export const CancelSubscriptionResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    message: z.string(),
    status: z.string().nullable().exactOptional(),
    current_period_end: z.iso.datetime({ offset: true, local: true }).nullable().exactOptional(),
  }),
);

export const UsageDayResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    usage_date: z.iso.date(),
    requests: z.int().gte(0),
  }),
);

export const CurrentUsageResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    user_id: z.string(),
    current_month: z.string(),
    usage: z.int().gte(0),
    limit: z.int().gte(0),
    remaining: z.int(),
    percentage_used: z.number().gte(0),
  }),
);

export const UsageStatsResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    current_month: CurrentUsageResponseSchema,
    plan_name: z.string(),
    plan_tier: z.string(),
    rate_limit_per_minute: z.int().gte(0),
    monthly_quota: z.int().gte(0),
  }),
);

export const UsageHistoryResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    user_id: z.string(),
    start_date: z.iso.date(),
    end_date: z.iso.date(),
    total_requests: z.int().gte(0),
    daily_usage: z.array(UsageDayResponseSchema).nullable().exactOptional(),
  }),
);

export const UsageWindowSchema = /* @__PURE__ */ make(() =>
  z.object({
    total_requests: z.int().gte(0),
    completed_tasks: z.int().gte(0),
    failed_tasks: z.int().gte(0),
  }),
);

export const DetailedUsageResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    period_start: z.iso.datetime({ offset: true, local: true }),
    last_minute: UsageWindowSchema,
    last_hour: UsageWindowSchema,
    last_day: UsageWindowSchema,
    current_period: UsageWindowSchema,
    plan: z.string(),
    monthly_quota: z.int().gte(0),
    requests_per_minute: z.int().gte(0),
    remaining_quota: z.int(),
    quota_percentage_used: z.number().gte(0),
    last_updated: z.iso.datetime({ offset: true, local: true }),
  }),
);

export const DecimalSchema = /* @__PURE__ */ make(() =>
  z.string().regex(/^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/u),
);

export const DecimalLikeSchema = /* @__PURE__ */ make(() => z.union([DecimalSchema, z.number()]));

export const InstrumentResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    id: z.int(),
    symbol: z.string(),
    account_source: AccountSourceSchema,
    broker_type: BrokerTypeSchema,
    market_type: MarketTypeSchema,
    base_currency: z.string(),
    quote_currency: z.string(),
    tick_size: DecimalSchema,
    lot_size: DecimalSchema,
    contract_size: DecimalSchema,
    point_value: DecimalSchema,
    price_precision: z.int(),
    quantity_precision: z.int(),
    status: InstrumentStatusSchema,
    created_at: z.iso.datetime({ offset: true, local: true }),
    updated_at: z.iso.datetime({ offset: true, local: true }),
    data_fingerprint: z.string().nullable().exactOptional(),
  }),
);

export const InstrumentListResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    instruments: z.array(InstrumentResponseSchema),
    count: z.int().gte(0),
    total: z.int().gte(0),
    limit: z.int().gte(1),
    offset: z.int().gte(0),
  }),
);

export const AccountStatusSchema = /* @__PURE__ */ make(() =>
  z.enum(["active", "inactive", "suspended", "expired"]),
);

export const BrokerCredentialsSchema = /* @__PURE__ */ make(() =>
  z.object({
    api_key: z.string().nullable().exactOptional(),
    api_secret: z.string().nullable().exactOptional(),
    passphrase: z.string().nullable().exactOptional(),
    account_id: z.string().nullable().exactOptional(),
    password: z.string().nullable().exactOptional(),
    person_id: z.string().nullable().exactOptional(),
    extra_config: z.record(z.string(), z.unknown()).nullable().exactOptional(),
  }),
);

export const AccountCreateRequestSchema = /* @__PURE__ */ make(() =>
  z.object({
    name: z.string().min(1),
    broker_type: BrokerTypeSchema,
    credentials: BrokerCredentialsSchema,
    available_markets: z.array(MarketTypeSchema).nullable().exactOptional(),
    default_market: MarketTypeSchema.nullable().exactOptional(),
    environment: z.string().nullable().exactOptional(),
    base_url: z.string().nullable().exactOptional(),
    ws_url: z.string().nullable().exactOptional(),
    status: AccountStatusSchema.nullable().exactOptional(),
    account_source: AccountSourceSchema.nullable().exactOptional(),
  }),
);

export const AccountUpdateRequestSchema = /* @__PURE__ */ make(() =>
  z.object({
    name: z.string().min(1).nullable().exactOptional(),
    credentials: BrokerCredentialsSchema.nullable().exactOptional(),
    available_markets: z.array(MarketTypeSchema).nullable().exactOptional(),
    default_market: MarketTypeSchema.nullable().exactOptional(),
    environment: z.string().nullable().exactOptional(),
    base_url: z.string().nullable().exactOptional(),
    ws_url: z.string().nullable().exactOptional(),
    status: AccountStatusSchema.nullable().exactOptional(),
  }),
);

export const AccountResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    id: z.guid(),
    name: z.string(),
    broker_type: BrokerTypeSchema,
    available_markets: z.array(MarketTypeSchema),
    default_market: MarketTypeSchema.nullable().exactOptional(),
    environment: z.string(),
    base_url: z.string().nullable().exactOptional(),
    ws_url: z.string().nullable().exactOptional(),
    status: AccountStatusSchema,
    is_archived: z.boolean(),
    account_source: AccountSourceSchema.nullable().exactOptional(),
    last_validated_at: z.iso.datetime({ offset: true, local: true }).nullable().exactOptional(),
    validation_error: z.string().nullable().exactOptional(),
    created_at: z.iso.datetime({ offset: true, local: true }),
    updated_at: z.iso.datetime({ offset: true, local: true }),
  }),
);

export const AccountListResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    accounts: z.array(AccountResponseSchema),
    count: z.int().gte(0),
  }),
);

export const CurrencySchema = /* @__PURE__ */ make(() =>
  z.enum(["USD", "USDT", "TWD", "EUR", "JPY", "BTC", "ETH", "XAU", "TAIEX"]),
);

export const ExecutionModeSchema = /* @__PURE__ */ make(() => z.enum(["price_priority", "signal_priority"]));

export const BlueprintSelectionSchema = /* @__PURE__ */ make(() =>
  z.object({
    strategy_name: z.string().min(1),
    blueprint_name: z.string().min(1),
  }),
);

export const InstrumentMappingSchema = /* @__PURE__ */ make(() =>
  z.record(z.string(), z.union([z.string(), z.int()])),
);

export const PortfolioCreateRequestSchema = /* @__PURE__ */ make(() =>
  z.object({
    name: z.string().min(1),
    capital: DecimalLikeSchema,
    currency: CurrencySchema,
    account_source: AccountSourceSchema,
    selections: z.array(BlueprintSelectionSchema).nullable().exactOptional(),
    instrument_mapping: InstrumentMappingSchema.nullable().exactOptional(),
  }),
);

export const PortfolioUpdateRequestSchema = /* @__PURE__ */ make(() =>
  z.object({
    capital: DecimalLikeSchema.nullable().exactOptional(),
    selections: z.array(BlueprintSelectionSchema).nullable().exactOptional(),
    instrument_mapping: InstrumentMappingSchema.nullable().exactOptional(),
  }),
);

export const PortfolioResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    name: z.string(),
    capital: DecimalLikeSchema,
    currency: CurrencySchema,
    account_source: AccountSourceSchema,
    selections: z.array(BlueprintSelectionSchema),
    instrument_mapping: InstrumentMappingSchema.nullable().exactOptional(),
  }),
);

export const PortfolioListResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    portfolios: z.array(PortfolioResponseSchema),
    count: z.int().gte(0),
  }),
);

export const BindingCreateRequestSchema = /* @__PURE__ */ make(() =>
  z.object({
    account_id: z.guid(),
    portfolio_name: z.string().min(1),
    execution_mode: ExecutionModeSchema.nullable().exactOptional(),
  }),
);

export const BindingResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    id: z.guid(),
    user_id: z.guid(),
    account_id: z.guid(),
    portfolio_id: z.guid(),
    execution_mode: ExecutionModeSchema,
    is_active: z.boolean(),
    created_at: z.iso.datetime({ offset: true, local: true }),
    updated_at: z.iso.datetime({ offset: true, local: true }),
  }),
);

export const BindingListResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    bindings: z.array(BindingResponseSchema),
    count: z.int().gte(0),
  }),
);

export const SlotBindRequestSchema = /* @__PURE__ */ make(() =>
  z.object({
    account_id: z.guid(),
  }),
);

export const SlotResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    id: z.guid(),
    user_id: z.guid(),
    node_seq: z.int().gte(0),
    slot_idx: z.int().gte(0),
    account_id: z.guid().nullable().exactOptional(),
    bound_at: z.iso.datetime({ offset: true, local: true }).nullable().exactOptional(),
    created_at: z.iso.datetime({ offset: true, local: true }),
    updated_at: z.iso.datetime({ offset: true, local: true }),
  }),
);

export const SlotListResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    slots: z.array(SlotResponseSchema),
    total: z.int().gte(0),
  }),
);

export const TradeResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    id: z.guid(),
    strategy_name: z.string(),
    blueprint_name: z.string(),
    instrument: z.string(),
    direction: z.int(),
    entry_time: z.iso.datetime({ offset: true, local: true }),
    exit_time: z.iso.datetime({ offset: true, local: true }).nullable().exactOptional(),
    entry_price: DecimalLikeSchema,
    exit_price: DecimalLikeSchema.nullable().exactOptional(),
    quantity: DecimalLikeSchema,
    pnl: DecimalLikeSchema.nullable().exactOptional(),
    pnl_pct: DecimalLikeSchema.nullable().exactOptional(),
    mae: DecimalLikeSchema.nullable().exactOptional(),
    mfe: DecimalLikeSchema.nullable().exactOptional(),
    has_entry_signal: z.boolean(),
    has_exit_signal: z.boolean(),
    sl_price: DecimalLikeSchema.nullable().exactOptional(),
    tp_price: DecimalLikeSchema.nullable().exactOptional(),
    created_at: z.iso.datetime({ offset: true, local: true }),
  }),
);

export const TradesListResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    trades: z.array(TradeResponseSchema),
    count: z.int().gte(0),
    limit: z.int().gte(1),
    offset: z.int().gte(0),
  }),
);

export const CapabilitySchema = /* @__PURE__ */ make(() =>
  z.enum([
    "engine_options",
    "export_batch",
    "task_query",
    "task_results",
    "task_cancel",
    "task_progress",
    "idempotency",
    "data_fingerprint",
  ]),
);

export const HealthResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    status: z.string(),
    version: z.string().nullable().exactOptional(),
    engine_version: z.string().nullable().exactOptional(),
    capabilities: z
      .array(z.union([CapabilitySchema, z.string()]))
      .nullable()
      .exactOptional(),
  }),
);

export const MessageResponseSchema = /* @__PURE__ */ make(() =>
  z.object({
    message: z.string(),
  }),
);

export const ParquetFileSchema = /* @__PURE__ */ make(() => z.string());

export const ZipFileSchema = /* @__PURE__ */ make(() => z.string());
