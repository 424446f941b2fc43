/** A TradePose gateway on your own machine and data. */
export { GatewayError, type GatewayErrorCode } from "./foundation/errors.ts";
export { type Gateway, type GatewayOptions, startGateway } from "./gateway.ts";
export {
  BarFileError,
  type BarQuality,
  type BarRule,
  type ImportOptions,
  type ImportReport,
  MarketDataError,
  type MarketDataErrorCode,
} from "./market-data/index.ts";
