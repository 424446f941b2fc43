import type { StrategyConfig } from "../../generated/models.ts";
import { nodeOf } from "../nodes.ts";
import { lintNodes } from "./lint-nodes.ts";
import type { LintWarning } from "./warning.ts";

/**
 * What in a strategy is most likely a mistake although an engine accepts it, in the order of its fields:
 *
 * - **Look-ahead**: something that decides an order is not known when the order acts. An order priced at
 *   `col("open")` acts at the open, one priced at `col("close")` at the close, every other one inside the bar; stops,
 *   targets and delayed entries work from the open on. High, low, close and volume of the bar itself are known at its
 *   close, and so is an indicator of shift 0. Negative shifts, whole-column aggregates, backward fills, centred
 *   windows and reverse cumulative functions read later bars, which no order can know. Between the triggers of a base
 *   blueprint, neither priority nor `entry_first` may let a later decision settle an earlier order.
 * - **A constant condition**: true, false or null on every bar.
 * - **A level on the wrong side** of the price it protects, for example a stop above the entry price of a long
 *   position: it fills at once.
 * - **Overflow**: arithmetic with parts of a time, such as `hour().mul(60)`, that leaves their 8 or 16 bits and wraps
 *   around, as in Polars.
 *
 * `volatility_indicator` decides nothing and may look at the whole of its own bar, but not beyond it: what is
 * reported of a trade must not change when bars are added.
 *
 * Works on any strategy, also one that was loaded from a file or written by another client. Empty when there is
 * nothing to say. `build({ strict: true })` refuses what has a warning.
 *
 * @example
 * for (const { path, reason, remedy } of lint(strategy)) console.warn(`${path}: ${reason}; ${remedy}`);
 */
export function lint(strategy: StrategyConfig): readonly LintWarning[] {
  return lintNodes(strategy, nodeOf);
}
