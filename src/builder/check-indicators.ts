import { Freq } from "../generated/enums.ts";
import { displayName, type IndicatorInfo, indicatorInfo } from "../generated/indicators.ts";
import type { IndicatorSpec } from "../generated/models.ts";
import { checkMember, checkName } from "./check-blueprint.ts";
import type { Problems } from "./errors.ts";
import { sameJson } from "./json.ts";
import { resolveReference } from "./references.ts";

/** Shifts, names and references of a strategy's indicators. */
export function checkIndicators(
  indicators: readonly IndicatorSpec[],
  baseInstrument: string,
  problems: Problems,
): void {
  const byName = new Map<string, { readonly spec: IndicatorSpec; readonly index: number }>();
  indicators.forEach((spec, index) => {
    const here = problems.under(`indicators[${index}]`);
    if (spec.instrument !== null && spec.instrument !== undefined)
      checkName(spec.instrument, here, "instrument");
    checkMember(spec.freq, Freq, "freq", here);
    checkShift(spec.shift, here);
    checkReferences(spec, indicators, baseInstrument, here);
    const name = displayName(spec);
    const earlier = byName.get(name);
    if (earlier === undefined) {
      byName.set(name, { spec, index });
    } else if (!sameJson(earlier.spec, spec)) {
      problems.add(
        `indicators[${index}]`,
        `its column "${name}" is already that of another indicator, indicators[${earlier.index}]: ` +
          `${JSON.stringify(spec.indicator)} and ${JSON.stringify(earlier.spec.indicator)}; ` +
          "column names do not carry every parameter, so tell them apart by freq, shift or period",
      );
    }
  });
}

function checkShift(shift: number | null | undefined, problems: Problems): void {
  const bars = shift ?? 1;
  if (!Number.isSafeInteger(bars)) problems.add("shift", `must be a whole number of bars, not ${bars}`);
  else if (bars < 0)
    problems.add("shift", `${bars} would read the future; use 0 or more, 1 for completed bars only`);
}

/** A reference is the display name of any indicator, or the short name of one of the same instrument and frequency. */
function checkReferences(
  spec: IndicatorSpec,
  indicators: readonly IndicatorSpec[],
  baseInstrument: string,
  problems: Problems,
): void {
  const { references }: IndicatorInfo = indicatorInfo[spec.indicator.type];
  const parameters: Readonly<Record<string, unknown>> = { ...spec.indicator };
  for (const field of references) {
    const name = parameters[field] ?? undefined;
    if (name === undefined) continue;
    const { targets } = resolveReference(String(name), spec, indicators, baseInstrument);
    const [first] = targets;
    const path = `indicator.${field}`;
    if (first === undefined) {
      problems.add(
        path,
        `there is no indicator "${name}" in this strategy; add it with addIndicator and give its handle`,
      );
    } else if (targets.some((other) => !sameJson(other.indicator, first.indicator))) {
      problems.add(
        path,
        `"${name}" may mean ${targets.map((other) => `"${displayName(other)}"`).join(" or ")}; give the handle of one`,
      );
    } else if (typeof indicatorInfo[first.indicator.type].output !== "string") {
      problems.add(
        path,
        `"${name}" is a struct (${first.indicator.type}); an indicator with one number per bar is needed`,
      );
    }
  }
}
