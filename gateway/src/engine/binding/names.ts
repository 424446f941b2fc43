import * as sdk from "tradepose-client/builder";
import type { IndicatorConfig, IndicatorSpec } from "../config.ts";

// Indicator columns must be spelled exactly as the SDK spells them in the expressions it writes, so the SDK names
// them. It takes the contract's types, which do not say that they are only read.

/** Name of an indicator's column: `[instrument_]freq_shortName[_sShift]`. */
export function displayName(spec: IndicatorSpec): string {
  return sdk.displayName(spec as sdk.IndicatorSpec);
}

/** Name of an indicator without instrument, frequency and shift. */
export function shortName(config: IndicatorConfig): string {
  return sdk.shortName(config as sdk.IndicatorConfig);
}
