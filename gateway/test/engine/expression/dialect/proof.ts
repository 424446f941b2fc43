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

/** 0.53 has windows inside windows, 0.51 has not. */
const STRICTER = /^a window inside a window/;

/**
 * Polars compares the counts of a duration and a datetime, and takes a date from a moment with a zone. The fluent
 * interface has one kind for all times, so what its tests write does both.
 */
const STRICTER_OF_TIMES = /^a window inside a window|cannot be compared|is not defined/;

/** Every random expression over random frames has the same values in a build of Polars and in the engine, or throws. */
export function proveAgreement(
  build: PolarsBuild,
  numRuns: number,
): readonly (readonly [string, () => void])[] {
  const ofKinds = Object.entries(kinds).map(([kind, precision]) => {
    const arbitrary: fc.Arbitrary<unknown> = expressions[kind as keyof typeof kinds];
    return [
      kind,
      () => prove(build, arbitrary, { precision, defects: INTERNAL, refusals: STRICTER }, numRuns),
    ] as const;
  });
  const ofWritten = writtenKinds.map((kind) => {
    const arbitrary = writtenExpressions(kind).filter((json) => isComparable(build, json));
    const strictness: Strictness = {
      precision: "relative",
      defects: SINGLE_VALUE,
      refusals: STRICTER_OF_TIMES,
    };
    return [`written ${kind}`, () => prove(build, arbitrary, strictness, numRuns)] as const;
  });
  return [...ofKinds, ...ofWritten];
}

/**
 * Anything may be made of anything here, also of what differs: of a deviation that is 0 for us and nearly 0 for Polars,
 * of an infinity that is none for 0.53, of the larger of a number and NaN, for which Polars has no fixed rule, and of a
 * single value between bounds. All are among `expressions`, where they stay as they are or cannot differ.
 */
function isComparable(build: PolarsBuild, json: unknown): boolean {
  const text = JSON.stringify(json);
  if (hasRollingSpread(json) || /"(MaxHorizontal|MinHorizontal|Clip)"/.test(text)) return false;
  return !build.ewmForgetsInfinity || !text.includes('"EwmMean"');
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
