import { indicatorSpecDefaults } from "tradepose-client/models";
import type { MarketData } from "../bars.ts";
import { FREQS, type Freq, isFreq } from "../calendar/freq.ts";
import type { IndicatorConfig, IndicatorSpec } from "../config.ts";
import { didYouMean } from "../expression/suggest.ts";
import { definitionOf, type IndicatorDefinition } from "../indicators/registry.ts";
import { resampleProblem } from "../resample.ts";
import type { BindingCache, SeriesView } from "./cache.ts";
import { displayName, shortName } from "./names.ts";
import type { Problems } from "./problems.ts";

/** One spec of the list, checked on its own; references are still names. */
export interface Candidate {
  readonly spec: IndicatorSpec;
  readonly path: string;
  readonly name: string;
  readonly shortName: string;
  readonly view: SeriesView;
  readonly freq: Freq;
  readonly shift: number;
  readonly definition: IndicatorDefinition;
}

/** Checks one spec; undefined when something was reported, or its series is missing. */
export function checkSpec(
  spec: IndicatorSpec,
  path: string,
  baseInstrument: string,
  market: MarketData,
  cache: BindingCache,
  problems: Problems,
): Candidate | undefined {
  const before = problems.found.length;
  const { freq, indicator } = spec;
  const shift = spec.shift ?? indicatorSpecDefaults.shift;
  if (!Number.isInteger(shift) || shift < 0) {
    problems.add(`${path}.shift`, `shift is ${shift}; it must be 0 or a positive whole number of bars`);
  }
  const definition = definitionOf(indicator.type);
  checkFields(indicator, definition, path, problems);
  for (const { path: at, message } of definition.problems(indicator)) {
    problems.add(`${path}.indicator.${at}`, message);
  }

  const series = market.series(spec.instrument ?? baseInstrument);
  // A strategy's own instrument is reported once, where the strategy names it.
  if (series === undefined && spec.instrument != null && spec.instrument !== baseInstrument) {
    problems.add(`${path}.instrument`, `unknown instrument "${spec.instrument}"; import its bars first`);
  }
  if (!isFreq(freq)) {
    problems.add(`${path}.freq`, `"${freq}" is no frequency; there are ${FREQS.join(", ")}`);
    return undefined;
  }
  if (series === undefined) return undefined;
  const view = cache.view(series);
  const unmakeable = resampleProblem(view.freq, freq);
  if (unmakeable !== undefined) problems.add(`${path}.freq`, `${series.symbol}: ${unmakeable}`);
  if (problems.found.length > before) return undefined;
  return {
    spec,
    path,
    name: displayName(spec),
    shortName: shortName(indicator),
    view,
    freq,
    shift,
    definition,
  };
}

function checkFields(
  config: IndicatorConfig,
  { members = [] }: IndicatorDefinition,
  path: string,
  problems: Problems,
): void {
  const fields = "fields" in config ? (config.fields ?? []) : [];
  const names = members.map(({ name }) => name);
  fields.forEach((field, i) => {
    if (names.includes(field)) return;
    const hint = didYouMean(field, names);
    problems.add(`${path}.indicator.fields[${i}]`, `${config.type} has no member "${field}"; ${hint}`);
  });
}
