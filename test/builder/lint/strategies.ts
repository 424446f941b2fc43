import {
  BlueprintBuilder,
  type Freq,
  type IndicatorHandle,
  OrderStrategy,
  StrategyBuilder,
  type StrategyConfig,
  type TriggerOptions,
} from "tradepose-client/builder";
import { type BooleanExpr, col, type NumberExpr } from "tradepose-client/expr";

export const open = col("open");
export const high = col("high");
export const low = col("low");
export const close = col("close");
export const ts = col("ts");

export type Trigger = Partial<TriggerOptions<OrderStrategy, string>>;
export type AddIndicator = StrategyBuilder["addIndicator"];

const entry = { name: "in", priceExpr: open, orderStrategy: OrderStrategy.IMMEDIATE_ENTRY } as const;
const exit = { name: "out", priceExpr: open, orderStrategy: OrderStrategy.IMMEDIATE_EXIT } as const;

/** A strategy of hourly bars whose base blueprint has these triggers, each an entry at the open unless it says else. */
export function base(
  entries: readonly Trigger[],
  exits: readonly Trigger[] = [],
  entryFirst = true,
  s = new StrategyBuilder({ name: "s", baseInstrument: "A", baseFreq: "1h" }),
): StrategyConfig {
  let blueprint = BlueprintBuilder.base({ name: "base", direction: "Long", entryFirst });
  for (const trigger of entries) blueprint = blueprint.addEntryTrigger({ ...entry, ...trigger } as never);
  for (const trigger of exits) blueprint = blueprint.addExitTrigger({ ...exit, ...trigger } as never);
  return s.setBaseBlueprint(blueprint.build()).build();
}

/** A strategy that enters at the open under one condition. */
export function when(
  condition: BooleanExpr<string>,
  s = new StrategyBuilder({ name: "s", baseInstrument: "A", baseFreq: "1h" }),
): StrategyConfig {
  return base([{ conditions: [condition as BooleanExpr] }], [], true, s);
}

/** A strategy that enters at the open when the column of an indicator is above 0. */
export function withIndicators(
  add: (add: AddIndicator) => IndicatorHandle & NumberExpr,
  baseFreq: Freq = "1h",
): StrategyConfig {
  const s = new StrategyBuilder({ name: "s", baseInstrument: "A", baseFreq });
  return when(add(s.addIndicator.bind(s)).gt(0), s);
}

/** A strategy with an advanced blueprint of one exit trigger, and of one entry trigger if there is one. */
export function advanced(
  exitTrigger: Trigger,
  options: {
    readonly direction?: "Long" | "Short";
    readonly entry?: Trigger;
    readonly s?: StrategyBuilder;
  } = {},
): StrategyConfig {
  const { direction = "Long", s = new StrategyBuilder({ name: "s", baseInstrument: "A", baseFreq: "1h" }) } =
    options;
  const always = BlueprintBuilder.base({ name: "base", direction }).addEntryTrigger(entry);
  let blueprint = BlueprintBuilder.advanced({ name: "advanced", direction });
  if (options.entry !== undefined) {
    blueprint = blueprint.addEntryTrigger({ ...entry, ...options.entry } as never);
  }
  return s
    .setBaseBlueprint(always.build())
    .addAdvancedBlueprint(blueprint.addExitTrigger({ ...exit, ...exitTrigger } as never).build())
    .build();
}
