import { Freq } from "../../generated/enums.ts";
import { contextColumns } from "../../generated/frames.ts";
import { displayName, type IndicatorInfo, indicatorInfo } from "../../generated/indicators.ts";
import type { IndicatorSpec, StrategyConfig } from "../../generated/models.ts";
import { resolveReference } from "../references.ts";
import type { Reads } from "./known.ts";
import { CLOSE, NEVER, OPEN } from "./moment.ts";
import type { ColumnReads } from "./reads.ts";

const UNSHIFTED_REMEDY =
  'place the indicator with shift: 1, or shift it in the expression, or price a signal at col("close")';

/** When the columns that the expressions of a strategy can read are known. */
export function columnReads(strategy: StrategyConfig): ColumnReads {
  const columns = new Map<string, Reads>([
    ["ts", known("ts", OPEN)],
    ["open", known("open", OPEN)],
  ]);
  for (const name of ["high", "low", "close", "volume"]) {
    columns.set(name, [
      {
        known: CLOSE,
        what: `\`${name}\` is that of the bar itself`,
        remedy: `take the bar before, col("${name}").shift(1), or price a signal at col("close")`,
      },
    ]);
  }
  // A row of a position was known when its bar opened, or the position was opened within the bar.
  for (const { name } of contextColumns) columns.set(name, known(name, OPEN));
  const indicators = new IndicatorReads(strategy);
  for (const spec of strategy.indicators ?? []) columns.set(displayName(spec), indicators.of(spec));
  return (name) =>
    columns.get(name) ?? [
      {
        known: NEVER,
        what: `"${name}" is no column of this strategy, so nothing is known of it`,
        remedy: "add its indicator to the strategy",
      },
    ];
}

function known(what: string, time: number): Reads {
  return [{ known: time, what: `\`${what}\``, remedy: "" }];
}

/** When the values of indicators are known on the base bars that they are joined to. */
class IndicatorReads {
  readonly #strategy: StrategyConfig;

  constructor(strategy: StrategyConfig) {
    this.#strategy = strategy;
  }

  of(spec: IndicatorSpec): Reads {
    const name = displayName(spec);
    const cause = this.#readsRunningBars(spec);
    if (cause !== undefined) return [{ known: NEVER, ...cause }];
    const shift = spec.shift ?? 1;
    if (shift > 0) return known(name, OPEN);
    if (shift < 0) {
      const what = `"${name}" has shift ${shift}: it holds later bars`;
      return [{ known: NEVER, what, remedy: "place the indicator with shift: 1" }];
    }
    if (isCoarser(spec.freq, this.#strategy.base_freq)) {
      const what = `"${name}" has shift 0: it holds the running ${spec.freq} bar, which ends after the ${this.#strategy.base_freq} bar`;
      return [{ known: NEVER, what, remedy: "place the indicator with shift: 1" }];
    }
    const what = `"${name}" has shift 0: it holds the running bar`;
    return [{ known: CLOSE, what, remedy: UNSHIFTED_REMEDY }];
  }

  /**
   * An indicator takes the values that another has on its own bars. One of shift 0 is meant for that, unless its bars
   * are coarser: then the value on a bar comes from beyond the end of that bar, and delaying the reader by one of its
   * own bars does not help.
   */
  #readsRunningBars(reader: IndicatorSpec): { readonly what: string; readonly remedy: string } | undefined {
    const { references }: IndicatorInfo = indicatorInfo[reader.indicator.type];
    const parameters: Readonly<Record<string, unknown>> = { ...reader.indicator };
    const { indicators, base_instrument } = this.#strategy;
    for (const field of references) {
      const name = String(parameters[field]);
      const { targets, isShifted } = resolveReference(name, reader, indicators ?? [], base_instrument);
      for (const target of targets) {
        const deeper = target === reader ? undefined : this.#readsRunningBars(target);
        if (deeper !== undefined) return deeper;
        const shift = isShifted ? (target.shift ?? 1) : 0;
        if (shift > 0 || (shift === 0 && !isCoarser(target.freq, reader.freq))) continue;
        return {
          what: `"${displayName(reader)}" reads "${name}", whose shift ${shift} holds ${shift < 0 ? "later" : `running ${target.freq}`} bars`,
          remedy: `give "${name}" the shift 1, or compute both on one frequency`,
        };
      }
    }
    return undefined;
  }
}

const freqs: readonly string[] = /* @__PURE__ */ Object.values(Freq);

function isCoarser(freq: string, other: string): boolean {
  return freqs.indexOf(freq) > freqs.indexOf(other);
}
