import { displayName, shortName } from "../generated/indicators.ts";
import type { IndicatorSpec } from "../generated/models.ts";

/** What the name of a column means to an indicator that reads it. */
export interface Reference {
  /** None when the name means nothing, several when it does not say which. */
  readonly targets: readonly IndicatorSpec[];
  /** By display name, the delayed value is read; by short name, that of the same bar. */
  readonly isShifted: boolean;
}

/** A display name of any indicator comes first, then short names on the reader's own instrument and frequency. */
export function resolveReference(
  name: string,
  reader: IndicatorSpec,
  indicators: readonly IndicatorSpec[],
  baseInstrument: string,
): Reference {
  const exact = indicators.find((other) => displayName(other) === name);
  if (exact !== undefined) return { targets: [exact], isShifted: true };
  const place = ({ instrument, freq }: IndicatorSpec) => `${freq} ${instrument ?? baseInstrument}`;
  const targets = indicators.filter(
    (other) => place(other) === place(reader) && shortName(other.indicator) === name,
  );
  return { targets, isShifted: false };
}
