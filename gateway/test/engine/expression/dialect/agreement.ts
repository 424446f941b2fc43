import { typeName, type ValueType } from "../../../../src/engine/expression/types.ts";
import type { Cell } from "../../../../src/engine/expression/value.ts";
import { type Evaluated, evaluateOver } from "../frame-of.ts";
import { answerOf, countedBy, frameOf, type PolarsBuild } from "./build.ts";
import type { TestFrame } from "./frames.ts";

export type Precision = "exact" | "relative";

/** How closely the two must agree. */
export interface Strictness {
  readonly precision: Precision;
  /** Refusals of Polars that are defects of its own. */
  readonly defects: RegExp;
  /** Refusals of ours that Polars does not make. */
  readonly refusals: RegExp;
}

/** Where our evaluator and a build of Polars do not make the same of an expression in wire form. */
export function differences(
  build: PolarsBuild,
  frame: TestFrame,
  expressions: readonly unknown[],
  { precision, defects, refusals }: Strictness,
): readonly string[] {
  const theirs = frameOf(build, frame);
  return expressions.flatMap((json) => {
    if (build.isWrongAbout(json) || (frame.length === 1 && dependsOnLength(json))) return [];
    const ours = evaluateOver(frame.columns, json);
    const answer = answerOf(build, theirs, json, ours.value?.type);
    const difference =
      "refusal" in answer
        ? refusalDifference(ours, answer.refusal, defects)
        : valueDifference(ours, answer.dtype, answer.cells, precision, refusals, hasRollingSpread(json));
    return difference === undefined ? [] : [`${difference}\n${JSON.stringify(json)}`];
  });
}

function refusalDifference(ours: Evaluated, refusal: string, defects: RegExp): string | undefined {
  if (ours.findings.length > 0 || defects.test(refusal)) return undefined;
  return `Polars refuses (${refusal}), we say ${ours.cells.join(", ")}`;
}

function valueDifference(
  ours: Evaluated,
  dtype: string,
  cells: readonly Cell[],
  precision: Precision,
  refusals: RegExp,
  hasSpread: boolean,
): string | undefined {
  if (ours.value === undefined) {
    // Some types Polars looks at only where there are rows.
    if (cells.length === 0) return undefined;
    if (ours.findings.every(({ message }) => refusals.test(message))) return undefined;
    return `we refuse (${ours.findings.map(({ message }) => message).join("; ")}), Polars says ${cells.join(", ")}`;
  }
  const { type } = ours.value;
  const counted = countedBy(type, ours.cells);
  const expected = polarsType(type);
  if (dtype !== expected) return `the type is ${dtype}, ours ${expected}`;
  const isSameRow = hasSpread ? isSameOrSpreadOfEquals : isSame;
  const row = counted.findIndex((cell, i) => !isSameRow(cell, cells[i] ?? null, precision));
  if (row < 0 && counted.length === cells.length) return undefined;
  return `row ${row}: Polars says ${cells.join(", ")}, we say ${counted.join(", ")}`;
}

/** Times are asked for as integers. */
function polarsType(type: ValueType): string {
  if (type.kind === "time") return "Int64";
  return type.kind === "boolean" ? "Bool" : typeName(type);
}

const RELATIVE = 1e-9;
/** Sums of numbers about 1 that cancel out leave what their roundings were. */
const CANCELLED = 1e-11;

function isSame(a: Cell, b: Cell, precision: Precision): boolean {
  // The text of a number that is near is near.
  if (typeof a === "string" && typeof b === "string" && precision === "relative") {
    return a === b || isSame(Number(a), Number(b), precision);
  }
  if (typeof a !== "number" || typeof b !== "number") return a === b;
  // -0 and 0 are one value to every comparison and price.
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
  const tolerance = Math.max(RELATIVE * Math.max(Math.abs(a), Math.abs(b)), CANCELLED);
  return precision === "relative" && Math.abs(a - b) <= tolerance;
}

/** A column of one row is a single value to Polars: a null bound of clip binds otherwise, an exponent of 0.5 is a root. */
function dependsOnLength(json: unknown): boolean {
  return /"(Clip|Pow)":/.test(JSON.stringify(json));
}

/** Polars' running deviation of equal values is a root of what roundings left; ours is 0. */
const SPREAD_OF_EQUALS = 1e-4;

function isSameOrSpreadOfEquals(ours: Cell, theirs: Cell, precision: Precision): boolean {
  if (isSame(ours, theirs, precision)) return true;
  return ours === 0 && typeof theirs === "number" && Math.abs(theirs) < SPREAD_OF_EQUALS;
}

export function hasRollingSpread(json: unknown): boolean {
  return /"RollingExpr":\{"function":"(Std|Var)"/.test(JSON.stringify(json));
}
