import { broken, safe, type Verdict, worst } from "../change.ts";
import type { Direction } from "./usage.ts";

/** How a set of values changed: `other` lost some and gained some. */
export type Shift = "same" | "wider" | "narrower" | "other";

/**
 * What callers may write must not get narrower, what they must be able to read must not get wider: the usual rule of
 * variance, for types by the compiler's assignability and for values by what the models take.
 */
export function compileVerdict(shift: Shift, directions: ReadonlySet<Direction>): Verdict {
  return judge(shift, directions, {
    request: broken("a value of the old type does not fit the new one"),
    response: broken("an answer may hold what the old type left out"),
    same: "the TypeScript type is the same",
    wider: "values of the old type still fit",
    narrower: "answers still fit the old type",
  });
}

export function runtimeVerdict(shift: Shift, directions: ReadonlySet<Direction>): Verdict {
  return judge(shift, directions, {
    request: broken("a request that was accepted is refused"),
    response: broken("an answer may hold what the old contract ruled out"),
    same: "the same values are allowed",
    wider: "every request that was accepted still is",
    narrower: "every answer is one that the old contract allowed",
  });
}

interface Words {
  readonly request: Verdict;
  readonly response: Verdict;
  readonly same: string;
  readonly wider: string;
  readonly narrower: string;
}

function judge(shift: Shift, directions: ReadonlySet<Direction>, words: Words): Verdict {
  if (shift === "same") return safe(words.same);
  if (directions.size === 0) return safe("no request and no answer carries it");
  return worst(
    [...directions].map((direction) => {
      if (direction === "request") return shift === "wider" ? safe(words.wider) : words.request;
      return shift === "narrower" ? safe(words.narrower) : words.response;
    }),
  );
}
