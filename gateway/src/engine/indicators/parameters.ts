import { type IndicatorInfo, indicatorInfo } from "tradepose-client/builder";
import type { IndicatorConfig } from "../config.ts";

/** Everything the contract says of indicators, by type. */
export type Catalogue = typeof indicatorInfo;
export type IndicatorType = keyof Catalogue;

type ConfigOf<Type extends IndicatorType> = Extract<IndicatorConfig, { readonly type: Type }>;

/** The parameters of an indicator; those that have a default are always there. */
export type Parameters<Type extends IndicatorType> = ConfigOf<Type> & {
  readonly [Name in keyof Catalogue[Type]["defaults"] & keyof ConfigOf<Type>]: NonNullable<
    ConfigOf<Type>[Name]
  >;
};

/** The parameters of a configuration, with the contract's defaults for what is absent or null. */
export function parametersOf<Config extends IndicatorConfig>(config: Config): Parameters<Config["type"]> {
  const { defaults }: IndicatorInfo = indicatorInfo[config.type];
  const given = Object.entries(config).filter(([, value]) => value !== null && value !== undefined);
  // Merging by name loses the types; the contract gives each default the type of its parameter.
  return { ...defaults, ...Object.fromEntries(given) } as Parameters<Config["type"]>;
}
