/**
 * What a warning is about:
 *
 * - `look-ahead`: something is decided on what was not known at that moment.
 * - `constant-condition`: a condition that is the same on every bar.
 * - `wrong-side`: a level on the wrong side of the price it protects.
 * - `overflow`: arithmetic with parts of a time that does not fit the few bits these have.
 * - `unreadable`: JSON that is no expression; nothing can be said of it.
 */
export type LintRule = "look-ahead" | "constant-condition" | "wrong-side" | "overflow" | "unreadable";

/** Something in a strategy that an engine accepts and that is most likely a mistake. */
export interface LintWarning {
  readonly rule: LintRule;
  /** Wire path of the field: `base_blueprint.entry_triggers[0].conditions[1]`. */
  readonly path: string;
  /** What is the matter. */
  readonly reason: string;
  /** What to write instead. */
  readonly remedy: string;
}
