import type { AnchorRule } from "tradepose-client/models";
import { type AnchorConfig, timeOfDay } from "./anchors.ts";

/** What is wrong with an indicator's parameters, beyond what the contract's own checks find. */
export interface ParameterProblem {
  /** Path below the indicator's configuration. */
  readonly path: string;
  readonly message: string;
}

/** Anchors that do not make up segments. */
export function anchorProblems(anchors: AnchorConfig): readonly ParameterProblem[] {
  const { end_rule: end, start_rule: start, lookback_days: lookback } = anchors;
  const problem = (field: string, message: string): ParameterProblem => ({
    path: `anchor_config.${field}`,
    message,
  });
  if (lookback > 0) {
    if (start == null) return [];
    const hint = `leave it out, or set lookback_days (${lookback}) to 0`;
    return [problem("start_rule", `only a window within a day has a start; ${hint}`)];
  }
  if (start == null) {
    const why = "lookback_days 0 stands for a window within a day";
    return [problem("start_rule", `${why}; give the time at which it starts`)];
  }
  const fields = [
    { field: "end_rule", rule: end },
    { field: "start_rule", rule: start },
  ];
  const weekly = fields.filter(({ rule }) => rule.type === "WeeklyTime");
  if (weekly.length > 0) {
    const message = "a window within a day (lookback_days 0) starts and ends at a DailyTime";
    return weekly.map(({ field }) => problem(`${field}.type`, message));
  }
  if (timeOfDay(start) < timeOfDay(end)) return [];
  const message = `the window starts at ${clock(start)}, which is not before its end at ${clock(end)}`;
  return [problem("start_rule", message)];
}

function clock({ hour, minute }: Readonly<AnchorRule>): string {
  return [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
}
