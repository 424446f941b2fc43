export type { BarQuality } from "./bar-checker.ts";
export { BarFileError, type BarRule, MarketDataError, type MarketDataErrorCode } from "./errors.ts";
export type { ImportOptions, ImportReport } from "./import-options.ts";
export type { InstrumentFacts } from "./instrument.ts";
export type { InstrumentFilter, InstrumentPage } from "./instrument-list.ts";
export { MarketStore, type StoredSeries } from "./market-store.ts";
