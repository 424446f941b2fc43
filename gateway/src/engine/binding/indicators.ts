import { indicatorSpecDefaults } from "tradepose-client/models";
import type { MarketData } from "../bars.ts";
import { FREQS, type Freq, isFreq } from "../calendar/freq.ts";
import type { Column } from "../column.ts";
import { asOfRows, takeRows } from "../column-ops.ts";
import type { IndicatorConfig, IndicatorSpec } from "../config.ts";
import { didYouMean } from "../expression/suggest.ts";
import { definitionOf, INDICATOR_TYPES, type IndicatorDefinition } from "../indicators/registry.ts";
import type { Series } from "../indicators/series.ts";
import { firstBars, resampleProblem } from "../resample.ts";
import type { BindingCache, SeriesView } from "./cache.ts";
import { canonicalText } from "./canonical.ts";
import { displayName, shortName } from "./names.ts";
import type { Problems } from "./problems.ts";

/** An indicator whose instrument, frequency and input are known. */
export interface BoundIndicator {
  readonly name: string;
  readonly view: SeriesView;
  readonly freq: Freq;
  /** Bars of `freq` by which the value is delayed. */
  readonly shift: number;
  readonly definition: IndicatorDefinition;
  readonly config: IndicatorConfig;
  readonly reference: Reference | undefined;
  /** Says how the unshifted column is made; equal keys mean equal columns. */
  readonly key: string;
}

interface Reference {
  readonly target: BoundIndicator;
  /** A reference by display name takes the delayed value, one by short name the value of the same bar. */
  readonly isShifted: boolean;
}

/** One spec of the list, checked on its own; references are still names. */
interface Candidate {
  readonly spec: IndicatorSpec;
  readonly path: string;
  readonly name: string;
  readonly shortName: string;
  readonly view: SeriesView;
  readonly freq: Freq;
  readonly shift: number;
  readonly definition: IndicatorDefinition;
}

export interface BoundIndicators {
  /** By display name. */
  readonly byName: ReadonlyMap<string, BoundIndicator>;
  /** Display names of specs that have problems of their own. */
  readonly broken: ReadonlySet<string>;
}

/** Checks a strategy's indicators and ties them to their series and to each other. */
export function bindIndicators(
  specs: readonly IndicatorSpec[],
  baseInstrument: string,
  market: MarketData,
  cache: BindingCache,
  problems: Problems,
): BoundIndicators {
  const broken = new Set<string>();
  const candidates: Candidate[] = [];
  specs.forEach((spec, i) => {
    const path = `indicators[${i}]`;
    const candidate = checkSpec(spec, path, baseInstrument, market, cache, problems);
    if (candidate === undefined) broken.add(displayName(spec));
    else if (!isDuplicate(candidate, candidates, problems)) candidates.push(candidate);
  });

  const byName = new Map<string, BoundIndicator>();
  const resolver = new ReferenceResolver(candidates, broken, problems);
  for (const candidate of candidates) {
    const bound = resolver.bind(candidate);
    if (bound === undefined) broken.add(candidate.name);
    else byName.set(bound.name, bound);
  }
  return { byName, broken };
}

function checkSpec(
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
  if (definition === undefined) {
    const known = INDICATOR_TYPES.join(", ");
    problems.add(
      `${path}.indicator.type`,
      `the engine does not compute ${indicator.type}; it computes ${known}`,
    );
  } else checkFields(indicator, definition, path, problems);

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
  if (definition === undefined || problems.found.length > before) return undefined;
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

/** A spec given twice is one column; two different specs under one name are a problem. */
function isDuplicate(candidate: Candidate, earlier: readonly Candidate[], problems: Problems): boolean {
  const same = earlier.find(({ name }) => name === candidate.name);
  if (same === undefined) return false;
  if (canonicalText(same.spec.indicator) !== canonicalText(candidate.spec.indicator)) {
    const message = `its column would be called "${candidate.name}" like that of ${same.path}, a different indicator`;
    problems.add(candidate.path, `${message}; keep one of them`);
  }
  return true;
}

/**
 * Follows references from indicator to indicator, each bound once, after what it reads. They cannot form a circle:
 * the name of an indicator contains the name it reads, so names only get shorter along a chain.
 */
class ReferenceResolver {
  readonly #candidates: readonly Candidate[];
  readonly #broken: ReadonlySet<string>;
  readonly #problems: Problems;
  readonly #done = new Map<Candidate, BoundIndicator | undefined>();

  constructor(candidates: readonly Candidate[], broken: ReadonlySet<string>, problems: Problems) {
    this.#candidates = candidates;
    this.#broken = broken;
    this.#problems = problems;
  }

  bind(candidate: Candidate): BoundIndicator | undefined {
    if (this.#done.has(candidate)) return this.#done.get(candidate);
    const bound = this.#bindNew(candidate);
    this.#done.set(candidate, bound);
    return bound;
  }

  #bindNew(candidate: Candidate): BoundIndicator | undefined {
    const { spec, name, view, freq, shift, definition } = candidate;
    const { referenceField } = definition;
    const reference = referenceField === undefined ? undefined : this.#follow(candidate, referenceField);
    if (referenceField !== undefined && reference === undefined) return undefined;
    const key = recipe(candidate, referenceField, reference);
    return { name, view, freq, shift, definition, config: spec.indicator, reference, key };
  }

  #follow(candidate: Candidate, field: string): Reference | undefined {
    const path = `${candidate.path}.indicator.${field}`;
    const wanted = String((candidate.spec.indicator as unknown as Readonly<Record<string, unknown>>)[field]);
    const exact = this.#candidates.find(({ name }) => name === wanted);
    const near = this.#candidates.filter(
      ({ shortName, view, freq }) =>
        shortName === wanted && view === candidate.view && freq === candidate.freq,
    );
    const target = exact ?? near[0];
    if (target === undefined) {
      if (this.#broken.has(wanted)) return undefined;
      const hint = didYouMean(
        wanted,
        this.#candidates.map(({ name }) => name),
      );
      return this.#problems.add(path, `no indicator of this strategy has the column "${wanted}"; ${hint}`);
    }
    if (
      exact === undefined &&
      near.some(({ spec }) => canonicalText(spec.indicator) !== canonicalText(target.spec.indicator))
    ) {
      const names = near.map(({ name }) => `"${name}"`).join(", ");
      return this.#problems.add(path, `"${wanted}" may mean ${names}; write the full name of the column`);
    }
    if (target.definition.members !== undefined) {
      const message = `"${wanted}" is a struct (${target.spec.indicator.type}); a column of numbers is needed`;
      return this.#problems.add(path, message);
    }
    const bound = this.bind(target);
    return bound === undefined ? undefined : { target: bound, isShifted: exact !== undefined };
  }
}

function recipe(
  { spec, view, freq }: Candidate,
  field: string | undefined,
  reference: Reference | undefined,
): string {
  const own = canonicalText({ ...spec.indicator, ...(field === undefined ? {} : { [field]: null }) });
  const input =
    reference === undefined
      ? ""
      : `<${reference.isShifted ? reference.target.shift : 0} ${reference.target.key}>`;
  return `${view.id} ${freq} ${own}${input}`;
}

/** The indicator over all complete bars of its own frequency, not delayed. */
export function indicatorColumn(indicator: BoundIndicator, cache: BindingCache): Column {
  return cache.indicator(indicator.key, () => {
    const { bars, completeLength } = cache.bars(indicator.view, indicator.freq);
    const complete = firstBars(bars, completeLength);
    const reference =
      indicator.reference === undefined ? NO_INPUT : referenceSeries(indicator, indicator.reference, cache);
    return indicator.definition.compute(complete, indicator.config, reference);
  });
}

const NO_INPUT: Series = { values: new Float64Array(0), nulls: undefined };

/** What the reference holds on each complete bar of the indicator that reads it. */
function referenceSeries(
  reader: BoundIndicator,
  { target, isShifted }: Reference,
  cache: BindingCache,
): Series {
  const { bars, completeLength } = cache.bars(reader.view, reader.freq);
  const shift = isShifted ? target.shift : 0;
  const ts = firstBars(bars, completeLength).ts;
  const column = alignedColumn(target, shift, ts, cache);
  if (column.kind !== "number") throw new TypeError(`indicator ${target.name} is not a column of numbers`);
  return column;
}

/** The indicator delayed by `shift` of its bars and joined backward as-of to rows of another time line. */
export function alignedColumn(
  indicator: BoundIndicator,
  shift: number,
  ts: Float64Array,
  cache: BindingCache,
): Column {
  const column = indicatorColumn(indicator, cache);
  const { bars, completeLength } = cache.bars(indicator.view, indicator.freq);
  return takeRows(column, asOfRows(bars.ts, completeLength, ts, shift));
}
