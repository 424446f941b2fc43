// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type {
  AccountCreateRequest,
  BindingCreateRequest,
  EngineOptions,
  ExportRequest,
  IndicatorSpec,
  ProfileShapeConfig,
  SubscriptionDetailResponse,
} from "./models.ts";

/** What the properties of `ProfileShapeConfig` stand for where they are left out. */
export const profileShapeConfigDefaults = {
  early_period_ratio: 0.15,
  late_period_ratio: 0.15,
  trend_ib_max_ratio: 0.2,
  trend_monotonic_threshold: 0.6,
  trend_imbalance_threshold: 0.7,
  pshape_concentration_threshold: 0.6,
  bshape_valley_threshold: 0.7,
  normal_symmetry_threshold: 0.3,
} as const satisfies Partial<ProfileShapeConfig>;

/** What the properties of `IndicatorSpec` stand for where they are left out. */
export const indicatorSpecDefaults = { shift: 1 } as const satisfies Partial<IndicatorSpec>;

/** What the properties of `EngineOptions` stand for where they are left out. */
export const engineOptionsDefaults = {
  intrabar: "pessimistic",
  entry_bar_exits: "certain",
  stops_before_signals: false,
  end_of_data: "open",
} as const satisfies Partial<EngineOptions>;

/** What the properties of `ExportRequest` stand for where they are left out. */
export const exportRequestDefaults = { persist_mode: 0 } as const satisfies Partial<ExportRequest>;

/** What the properties of `SubscriptionDetailResponse` stand for where they are left out. */
export const subscriptionDetailResponseDefaults = {
  usage_current_month: 0,
  usage_limit: 0,
} as const satisfies Partial<SubscriptionDetailResponse>;

/** What the properties of `AccountCreateRequest` stand for where they are left out. */
export const accountCreateRequestDefaults = {
  available_markets: ["spot"],
  environment: "production",
  status: "inactive",
} as const satisfies Partial<AccountCreateRequest>;

/** What the properties of `BindingCreateRequest` stand for where they are left out. */
export const bindingCreateRequestDefaults = {
  execution_mode: "signal_priority",
} as const satisfies Partial<BindingCreateRequest>;
