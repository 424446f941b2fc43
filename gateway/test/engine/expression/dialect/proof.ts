import fc from "fast-check";
import { differences, hasRollingSpread, type Strictness } from "./agreement.ts";
import type { PolarsBuild } from "./build.ts";
import { expressions, kinds } from "./expressions.ts";
import { frames } from "./frames.ts";
import { writtenExpressions, writtenKinds } from "./written.ts";

const EXPRESSIONS_PER_FRAME = 15;

/** Where Polars' plan and its columns have come to different types. */
const INTERNAL = /implementation error/;

/**
 * And where it makes one row, or a list, of a single value (a literal, an aggregate) among rows. What the SDK's tests
 * write has single values everywhere; `expressions` has them only where Polars can take them.
 */
const SINGLE_VALUE =
  /implementation error|lengths don't match|same length|length of `map`|aggregate a literal|supertype of list|already aggregated|unreachable/;

/** Every random expression over random frames has the same values in a build of Polars and in the engine, or throws. */
export function proveAgreement(
  build: PolarsBuild,
  numRuns: number,
): readonly (readonly [string, () => void])[] {
  const ofKinds = Object.entries(kinds).map(([kind, precision]) => {
    const arbitrary: fc.Arbitrary<unknown> = expressions[kind as keyof typeof kinds];
    return [kind, () => prove(build, arbitrary, { precision, defects: INTERNAL }, numRuns)] as const;
  });
  const ofWritten = writtenKinds.map((kind) => {
    const arbitrary = writtenExpressions(kind).filter((json) => isComparable(build, json));
    const strictness: Strictness = { precision: "relative", defects: SINGLE_VALUE };
    return [`written ${kind}`, () => prove(build, arbitrary, strictness, numRuns)] as const;
  });
  return [...ofKinds, ...ofWritten];
}

/**
 * Anything may be made of anything here, also of what differs in its last bits: of a deviation that is 0 for us and
 * nearly 0 for Polars, and of an infinity that is none for 0.53. Both are among `expressions`, where they stay as they are.
 */
function isComparable(build: PolarsBuild, json: unknown): boolean {
  if (hasRollingSpread(json)) return false;
  return !build.ewmForgetsInfinity || !JSON.stringify(json).includes('"EwmMean"');
}

function prove(
  build: PolarsBuild,
  arbitrary: fc.Arbitrary<unknown>,
  strictness: Strictness,
  numRuns: number,
): void {
  const many = fc.array(arbitrary, { minLength: EXPRESSIONS_PER_FRAME, maxLength: EXPRESSIONS_PER_FRAME });
  fc.assert(
    fc.property(frames, many, (frame, wires) => {
      const found = differences(build, frame, wires, strictness);
      if (found.length > 0) throw new Error(`${build.name} and the engine differ: ${found.join("\n")}`);
    }),
    { numRuns },
  );
}
