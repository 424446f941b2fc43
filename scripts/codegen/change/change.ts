/** What differs between two contracts, and whom it breaks. */

export type Subject =
  | "operation"
  | "parameter"
  | "body"
  | "response"
  | "schema"
  | "field"
  | "type"
  | "member"
  | "enum value"
  | "constraint"
  | "default"
  | "nullability"
  | "indicator"
  | "column";

export interface Verdict {
  readonly breaking: boolean;
  /** In one clause; says which side is hit. */
  readonly why: string;
}

export interface Change {
  readonly kind: "added" | "removed" | "changed";
  readonly subject: Subject;
  /** Where in the contract: `StrategyConfig.base_freq`, `strategies.list query archived`. */
  readonly place: string;
  /** What happened, `maximum 1000 -> 500`. */
  readonly what: string;
  /** Does code written against the old SDK still compile against the new one? */
  readonly compile: Verdict;
  /** Does a caller who was served under the old contract get the same under the new one? */
  readonly runtime: Verdict;
}

export function breaks({ compile, runtime }: Change): boolean {
  return compile.breaking || runtime.breaking;
}

export const safe = (why: string): Verdict => ({ breaking: false, why });
export const broken = (why: string): Verdict => ({ breaking: true, why });

/** The first verdict that breaks, otherwise the first. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  return verdicts.find(({ breaking }) => breaking) ?? verdicts[0] ?? safe("nothing uses it");
}
