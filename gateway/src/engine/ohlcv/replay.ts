import type { Bars } from "../bars.ts";
import type { BlueprintPlan, BoundBlueprint, ContextRows, EngineOptions, TriggerPlan } from "../plan.ts";
import { ContextWriter } from "../simulation/context.ts";
import type { Trade } from "../simulation/trade.ts";

/** What a trigger said on every row of the period, whether anybody asked or not. */
export interface TriggerRecord {
  readonly trigger: TriggerPlan;
  /** 1 where all conditions hold. Row 0 is the first of the period here. */
  readonly conditions: Uint8Array;
  /** NaN where there is no price. */
  readonly prices: Float64Array;
}

/** A blueprint that has been walked over the period: its plan reads what was recorded, on any row, in any order. */
export interface Replayed {
  readonly plan: BlueprintPlan;
  readonly entries: readonly TriggerRecord[];
  readonly exits: readonly TriggerRecord[];
  /** The finished context of the blueprint's position. */
  readonly context: ContextRows;
}

interface Walk {
  readonly bars: Bars;
  readonly fromRow: number;
  readonly toRow: number;
  readonly options: EngineOptions;
  /** The trades that the simulation of an equal plan gave. */
  readonly trades: readonly Trade[];
  /**
   * Whether exits on the entry bar see the position. Those of an advanced blueprint do, for they may act on that bar;
   * those of the base are signals beside the entry signal, read before there is a position.
   */
  readonly exitsSeeEntry: boolean;
}

/**
 * Walks a blueprint once more, bar by bar, with its trades known, and asks every trigger on every row at the moment at
 * which the simulation would. The context of the blueprint must be fresh; it is complete afterwards.
 */
export function replay({ plan, context }: BoundBlueprint, walk: Walk): Replayed {
  const { bars, fromRow, toRow, options, trades, exitsSeeEntry } = walk;
  const writer = new ContextWriter(context, bars, options);
  const entries = plan.entries.map((trigger) => emptyRecord(trigger, toRow - fromRow));
  const exits = plan.exits.map((trigger) => emptyRecord(trigger, toRow - fromRow));
  let next = 0;
  let held: Trade | undefined;

  for (let row = fromRow; row < toRow; row++) {
    if (held !== undefined) writer.carry(row);
    ask(entries, row, fromRow);
    const entered: Trade | undefined = trades[next]?.entry.row === row ? trades[next++] : undefined;
    if (entered === undefined) ask(exits, row, fromRow);
    else {
      held = entered;
      if (!exitsSeeEntry) ask(exits, row, fromRow);
      writer.enter(entered.entry);
      if (exitsSeeEntry) ask(exits, row, fromRow);
    }
    if (held?.exit?.row === row) held = undefined;
  }
  const recorded = (records: readonly TriggerRecord[]) => records.map((each) => recordedPlan(each, fromRow));
  return { plan: { ...plan, entries: recorded(entries), exits: recorded(exits) }, entries, exits, context };
}

function emptyRecord(trigger: TriggerPlan, length: number): TriggerRecord {
  return { trigger, conditions: new Uint8Array(length), prices: new Float64Array(length) };
}

function ask(records: readonly TriggerRecord[], row: number, fromRow: number): void {
  for (const { trigger, conditions, prices } of records) {
    conditions[row - fromRow] = trigger.conditionsHold(row) ? 1 : 0;
    prices[row - fromRow] = trigger.priceAt(row);
  }
}

function recordedPlan({ trigger, conditions, prices }: TriggerRecord, fromRow: number): TriggerPlan {
  return {
    ...trigger,
    conditionsHold: (row) => conditions[row - fromRow] === 1,
    priceAt: (row) => prices[row - fromRow]!,
  };
}
