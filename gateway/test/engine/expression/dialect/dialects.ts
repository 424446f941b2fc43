import type pl from "nodejs-polars";
import type { PolarsBuild } from "./build.ts";

/**
 * How nodejs-polars 0.24.1 (Rust Polars 0.53) spells what Rust Polars 0.51, and so the SDK, spells otherwise.
 *
 * | 0.51 | 0.53 |
 * | --- | --- |
 * | `Window` with `options.Over` | `Over` with `mapping` |
 * | `Divide` | `RustDivide` |
 * | `TotalMinutes` | `TotalMinutes` with `fractional` |
 * | `PctChange` fills nulls forward first | it does not: its input is filled |
 */
export function rust053(polars: typeof pl): PolarsBuild {
  return {
    name: "nodejs-polars 0.24.1 (Rust Polars 0.53)",
    pl: polars,
    spell: as053,
    isWrongAbout: fillsInWindow,
    ewmForgetsInfinity: true,
  };
}

/** nodejs-polars 0.22.2 is Rust Polars 0.51: it reads what the SDK writes as it is. */
export function rust051(polars: typeof pl): PolarsBuild {
  return {
    name: "nodejs-polars 0.22.2 (Rust Polars 0.51)",
    pl: polars,
    spell: (json) => json,
    isWrongAbout: takesMidpoints,
    ewmForgetsInfinity: false,
  };
}

/** The rolling `midpoint` of 0.51 is one for columns with nulls, as defined, and another for columns without. */
function takesMidpoints(json: unknown): boolean {
  if (typeof json !== "object" || json === null) return json === "Midpoint";
  return Object.values(json).some(takesMidpoints);
}

/** 0.53 does not fill nulls within a group where the fill stands in a condition's branch; 0.51 does. */
function fillsInWindow(json: unknown, isInWindow = false): boolean {
  if (typeof json !== "object" || json === null) return isInWindow && json === "PctChange";
  return Object.entries(json).some(
    ([key, value]) =>
      (isInWindow && key === "FillNullWithStrategy") || fillsInWindow(value, isInWindow || key === "Window"),
  );
}

interface WireWindow {
  readonly function: unknown;
  readonly partition_by: unknown;
  readonly order_by: unknown;
  readonly options: { readonly Over: unknown };
}

function as053(json: unknown): unknown {
  if (json === "TotalMinutes") return { TotalMinutes: { fractional: false } };
  if (Array.isArray(json)) return json.map(as053);
  if (typeof json !== "object" || json === null) return json;
  if (isOnly(json, "Window")) return { Over: over(json.Window as WireWindow) };
  if (isOnly(json, "Function")) return { Function: functionOf(json.Function as WireFunction) };
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      key === "op" && value === "Divide" ? "RustDivide" : as053(value),
    ]),
  );
}

function isOnly<Key extends string>(json: object, key: Key): json is { readonly [K in Key]: unknown } {
  return Object.hasOwn(json, key) && Object.keys(json).length === 1;
}

function over({ options, ...fields }: WireWindow): unknown {
  return {
    function: as053(fields.function),
    partition_by: as053(fields.partition_by),
    order_by: fields.order_by,
    mapping: options.Over,
  };
}

interface WireFunction {
  readonly input: readonly unknown[];
  readonly function: unknown;
}

function functionOf({ input, function: fn }: WireFunction): WireFunction {
  const inputs = input.map(as053);
  if (fn !== "PctChange") return { input: inputs, function: as053(fn) };
  const filled = {
    Function: { input: inputs.slice(0, 1), function: { FillNullWithStrategy: { Forward: null } } },
  };
  return { input: [filled, ...inputs.slice(1)], function: fn };
}
