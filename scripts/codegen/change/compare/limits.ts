import type { NumberSchema, Schema, StringSchema } from "../../ir.ts";
import type { Shift } from "./shift.ts";

/** A rule on values that no type shows. */
export interface LimitChange {
  readonly what: string;
  readonly shift: Shift;
}

/** Limits that differ between two schemas of the same kind. */
export function compareLimits(old: Schema, fresh: Schema): LimitChange[] {
  if (old.kind === "array" && fresh.kind === "array") return lengths(old, fresh, ["minItems", "maxItems"]);
  if (old.kind === "string" && fresh.kind === "string") return textLimits(old, fresh);
  if (isNumber(old) && isNumber(fresh)) return numberLimits(old, fresh);
  return [];
}

export function isNumber(schema: Schema): schema is NumberSchema {
  return schema.kind === "number" || schema.kind === "integer";
}

function textLimits(old: StringSchema, fresh: StringSchema): LimitChange[] {
  return [
    ...lengths(old, fresh, ["minLength", "maxLength"]),
    ...present("pattern", old.pattern, fresh.pattern),
    ...present("format", old.format, fresh.format),
  ];
}

function numberLimits(old: NumberSchema, fresh: NumberSchema): LimitChange[] {
  const whole: LimitChange[] =
    old.kind !== fresh.kind
      ? [{ what: `${old.kind} -> ${fresh.kind}`, shift: fresh.kind === "number" ? "wider" : "narrower" }]
      : old.wide === fresh.wide
        ? []
        : [{ what: fresh.wide ? "int64" : "no longer int64", shift: fresh.wide ? "wider" : "narrower" }];
  return [
    ...whole,
    ...bound("minimum", lower(old), lower(fresh), 1),
    ...bound("maximum", upper(old), upper(fresh), -1),
    ...multiples(old.multipleOf, fresh.multipleOf),
  ];
}

interface Bound {
  readonly value: number;
  readonly exclusive: boolean;
}

const text = (it: Bound | undefined): string =>
  it === undefined ? "none" : `${it.value}${it.exclusive ? " (exclusive)" : ""}`;

/** The stricter of an inclusive and an exclusive limit. */
function lower({ minimum, exclusiveMinimum }: NumberSchema): Bound | undefined {
  if (exclusiveMinimum !== undefined && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY)) {
    return { value: exclusiveMinimum, exclusive: true };
  }
  return minimum === undefined ? undefined : { value: minimum, exclusive: false };
}

function upper({ maximum, exclusiveMaximum }: NumberSchema): Bound | undefined {
  if (exclusiveMaximum !== undefined && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY)) {
    return { value: exclusiveMaximum, exclusive: true };
  }
  return maximum === undefined ? undefined : { value: maximum, exclusive: false };
}

/** `sign` 1: a larger limit is stricter (minimum); -1: a smaller one is (maximum). */
function bound(name: string, old: Bound | undefined, fresh: Bound | undefined, sign: 1 | -1): LimitChange[] {
  const strictness = (it: Bound | undefined): [number, number] =>
    it === undefined ? [Number.NEGATIVE_INFINITY, 0] : [sign * it.value, it.exclusive ? 1 : 0];
  const [before, beforeEdge] = strictness(old);
  const [after, afterEdge] = strictness(fresh);
  if (before === after && beforeEdge === afterEdge) return [];
  const tighter = after > before || (after === before && afterEdge > beforeEdge);
  return [{ what: `${name} ${text(old)} -> ${text(fresh)}`, shift: tighter ? "narrower" : "wider" }];
}

function lengths<Key extends string>(
  old: Readonly<Record<Key, number | undefined>>,
  fresh: Readonly<Record<Key, number | undefined>>,
  [min, max]: readonly [Key, Key],
): LimitChange[] {
  const inclusive = (value: number | undefined): Bound | undefined =>
    value === undefined ? undefined : { value, exclusive: false };
  return [
    ...bound(min, inclusive(old[min]), inclusive(fresh[min]), 1),
    ...bound(max, inclusive(old[max]), inclusive(fresh[max]), -1),
  ];
}

function multiples(old: number | undefined, fresh: number | undefined): LimitChange[] {
  if (old === fresh) return [];
  const divides = (a: number, b: number): boolean => Number.isInteger(b / a);
  const shift =
    old === undefined
      ? "narrower"
      : fresh === undefined
        ? "wider"
        : divides(old, fresh)
          ? "narrower"
          : divides(fresh, old)
            ? "wider"
            : "other";
  return [{ what: `multipleOf ${old ?? "none"} -> ${fresh ?? "none"}`, shift }];
}

/** A rule that is there or not; of two different ones nobody knows which takes more. */
function present(name: string, old: string | undefined, fresh: string | undefined): LimitChange[] {
  if (old === fresh) return [];
  const shift = old === undefined ? "narrower" : fresh === undefined ? "wider" : "other";
  return [{ what: `${name} ${old ?? "none"} -> ${fresh ?? "none"}`, shift }];
}
