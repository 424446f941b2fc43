import type { MarketData } from "../bars.ts";
import type { Freq } from "../calendar/freq.ts";
import type { IndicatorConfig, IndicatorSpec } from "../config.ts";
import { didYouMean } from "../expression/suggest.ts";
import { parametersOf } from "../indicators/parameters.ts";
import type { IndicatorDefinition } from "../indicators/registry.ts";
import type { BindingCache, SeriesView } from "./cache.ts";
import { canonicalText } from "./canonical.ts";
import { type Candidate, checkSpec } from "./indicator-spec.ts";
import { displayName } from "./names.ts";
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

/** The indicator that another one reads. */
export interface Reference {
  readonly target: BoundIndicator;
  /** A reference by display name takes the delayed value, one by short name the value of the same bar. */
  readonly isShifted: boolean;
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

/** A spec given twice is one column; two different specs under one name are a problem. */
function isDuplicate(candidate: Candidate, earlier: readonly Candidate[], problems: Problems): boolean {
  const same = earlier.find(({ name }) => name === candidate.name);
  if (same === undefined) return false;
  if (contentOf(same) !== contentOf(candidate)) {
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
    if (exact === undefined && near.some((other) => contentOf(other) !== contentOf(target))) {
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

/** Parameters that are left out are those that are given at their default. */
function contentOf({ spec }: Candidate): string {
  return canonicalText(parametersOf(spec.indicator));
}

function recipe(
  { spec, view, freq }: Candidate,
  field: string | undefined,
  reference: Reference | undefined,
): string {
  const own = canonicalText({
    ...parametersOf(spec.indicator),
    ...(field === undefined ? {} : { [field]: null }),
  });
  const input =
    reference === undefined
      ? ""
      : `<${reference.isShifted ? reference.target.shift : 0} ${reference.target.key}>`;
  return `${view.id} ${freq} ${own}${input}`;
}
