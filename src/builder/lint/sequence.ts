import type { Blueprint } from "../../generated/models.ts";
import type { TimedTrigger } from "./look-ahead.ts";
import { deadline, isBefore, momentText } from "./moment.ts";
import type { LintWarning } from "./warning.ts";

/**
 * Look-ahead between the triggers of a base blueprint: whether one acts must not hang on another that is decided
 * later in the same bar.
 */
export function* sequenceWarnings(
  { entry_first }: Blueprint,
  entries: readonly TimedTrigger[],
  exits: readonly TimedTrigger[],
): Generator<LintWarning> {
  yield* outOfTurn(entries);
  yield* outOfTurn(exits);
  const [kept, dropped] = entry_first ? [entries, exits] : [exits, entries];
  for (const early of dropped) {
    const limit = deadline(early.moment);
    // What a trigger decides by looking ahead itself has a warning of its own.
    const late = kept.find(({ decided, moment }) => decided > limit && decided <= deadline(moment));
    if (late === undefined) continue;
    yield {
      rule: "look-ahead",
      path: early.path,
      reason:
        `it acts ${momentText(early.moment)} and is dropped when "${late.trigger.name}" fires on the same bar, ` +
        `which is known when the bar has closed (entry_first is ${entry_first})`,
      remedy: `build the blueprint with entryFirst: ${!entry_first}, or let both act at one moment`,
    };
  }
}

/** Triggers are tried by priority; the first that the bar fills acts. */
function* outOfTurn(triggers: readonly TimedTrigger[]): Generator<LintWarning> {
  const tried = [...triggers].sort((a, b) => a.trigger.priority - b.trigger.priority);
  for (const [position, early] of tried.entries()) {
    const late = tried.slice(0, position).find(({ moment }) => isBefore(early.moment, moment));
    if (late === undefined) continue;
    yield {
      rule: "look-ahead",
      path: `${early.path}.priority`,
      reason:
        `it acts ${momentText(early.moment)}, but only when "${late.trigger.name}", which is tried first, ` +
        `does not act ${momentText(late.moment)} of the same bar`,
      remedy: `give it a lower priority number than that of "${late.trigger.name}" (${late.trigger.priority})`,
    };
  }
}
