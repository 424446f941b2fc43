import type { IndicatorSpec } from "../../../src/generated/models.ts";

/**
 * The parts of column names. The engine finds an indicator by its name alone, and the platform's first client was
 * written in Python: numbers stand in the name as Python writes them.
 */

/** Python's text of a float: `3` -> `3.0`, `0.00001` -> `1e-05`, `1e16` -> `1e+16`, `-0` -> `-0.0`. */
export function floatText(value: number): string {
  if (Object.is(value, -0)) return "-0.0";
  // Both languages write the fewest digits that read back the same; they differ in when an exponent begins.
  const [digits = "", exponentText = "0"] = value.toExponential().split("e");
  const exponent = Number(exponentText);
  if (value === 0 || (exponent >= -4 && exponent < 16)) {
    const text = String(value);
    return Number.isInteger(value) ? `${text}.0` : text;
  }
  return `${digits}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/** A fraction in whole per cent, cut off after the binary product: `0.29` -> `28`. */
export function percentText(value: number): string {
  return String(Math.trunc(value * 100));
}

/** A price step: whole ones with all their digits and no point, others as floats. */
export function tickText(value: number): string {
  return Number.isInteger(value) ? String(BigInt(value)) : floatText(value);
}

/** Numbers of the weekdays in names. */
const WEEKDAYS: readonly unknown[] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * The end of a market profile's segments: `0915` daily, `W00915` on Mondays, `UNKNOWN` for a rule of another kind.
 * The rule is also read in its old form, `{ DailyTime: { hour, minute } }`.
 */
export function anchorText(config: { readonly end_rule: object }): string {
  const rule: Readonly<Record<string, unknown>> = { ...config.end_rule };
  const daily = rule.type === "DailyTime" ? rule : rule.DailyTime;
  if (isRecord(daily)) return timeText(daily);
  const weekly = rule.type === "WeeklyTime" ? rule : rule.WeeklyTime;
  if (isRecord(weekly)) return `W${Math.max(WEEKDAYS.indexOf(weekly.weekday), 0)}${timeText(weekly)}`;
  return "UNKNOWN";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function timeText(rule: Readonly<Record<string, unknown>>): string {
  return [rule.hour, rule.minute].map((part) => String(part).padStart(2, "0")).join("");
}

/** Name of a spec's column: `[instrument_]freq_shortName[_sShift]`; a shift of 1 leaves no suffix. */
export function columnName(spec: IndicatorSpec, shortName: string): string {
  const shift = spec.shift ?? 1;
  const parts = [spec.instrument ?? [], spec.freq, shortName, shift === 1 ? [] : `s${shift}`];
  return parts.flat().join("_");
}
