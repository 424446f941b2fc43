import { ArgumentError } from "../errors/argument.ts";
import type { StrategyConfig } from "../generated/models.ts";

/** A value that a parameter of a sweep can take. */
export type ParameterValue = number | string | boolean;

/** The values of each parameter, in their order. */
export type ParameterGrid = Readonly<Record<string, readonly ParameterValue[]>>;

/** One value for each parameter of a grid. Texts keep their types, so that they can stand for members of enums. */
export type ParametersOf<G extends ParameterGrid> = { readonly [N in keyof G]: Widened<G[N][number]> };

type Widened<V> = V extends number ? number : V extends boolean ? boolean : V;

/** One strategy of a family and the parameters it was made with. */
export interface FamilyMember<P> {
  /** Name of the strategy; unique within the family. */
  readonly name: string;
  readonly parameters: P;
  readonly strategy: StrategyConfig;
}

/** Limits of a sweep. */
export interface SweepOptions {
  /** Most combinations that are built. Default 10,000. */
  readonly limit?: number;
}

/** The strategies of a sweep, in the order of the grid: the last parameter changes first. */
export class StrategyFamily<P extends object> implements Iterable<FamilyMember<P>> {
  readonly members: readonly FamilyMember<P>[];
  readonly #byName: ReadonlyMap<string, FamilyMember<P>>;

  constructor(members: readonly FamilyMember<P>[]) {
    this.members = Object.freeze([...members]);
    this.#byName = new Map(members.map((member) => [member.name, member]));
  }

  /** The strategies, as `BatchTester.submit` takes them. */
  get strategies(): readonly StrategyConfig[] {
    return this.members.map(({ strategy }) => strategy);
  }

  /** The member of a strategy's name; undefined for any other name. */
  get(name: string): FamilyMember<P> | undefined {
    return this.#byName.get(name);
  }

  /**
   * One row per strategy: `strategy_name`, by which result frames name it, and its parameters.
   *
   * @example
   * const family = sweep({ period: [10, 20] }, ({ period }) => ({ ...strategy, name: `sma ${period}` }));
   * family.table(); // [{ strategy_name: "sma 10(period=10)", period: 10 }, ...]
   */
  table(): readonly (P & { readonly strategy_name: string })[] {
    return this.members.map(({ name, parameters }) => ({ strategy_name: name, ...parameters }));
  }

  [Symbol.iterator](): Iterator<FamilyMember<P>> {
    return this.members[Symbol.iterator]();
  }
}

const LIMIT = 10_000;

/**
 * Builds a strategy for every combination of a grid of parameters. Each is named as `make` names it, followed by its
 * parameters: `sma(fast=5,slow=20)`. Where `make` gives undefined, the combination is left out.
 *
 * @throws ArgumentError for a parameter without values or with the same value twice, for more combinations than the
 * limit, and when two strategies would have one name.
 *
 * @example
 * const family = sweep({ fast: [5, 10, 20], slow: [20, 50] }, ({ fast, slow }) => {
 *   if (fast >= slow) return undefined;
 *   const s = new StrategyBuilder({ name: "sma", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
 *   const quick = s.addIndicator(Indicator.SMA({ period: fast }), { freq: Freq.DAY_1 });
 *   const calm = s.addIndicator(Indicator.SMA({ period: slow }), { freq: Freq.DAY_1 });
 *   const base = BlueprintBuilder.base({ name: "cross", direction: TradeDirection.LONG }).addEntryTrigger({
 *     name: "up",
 *     conditions: [quick.gt(calm)],
 *     priceExpr: col("open"),
 *     orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
 *   });
 *   return s.setBaseBlueprint(base.build()).build();
 * });
 * family.strategies.length; // 5
 */
export function sweep<const G extends ParameterGrid>(
  grid: G,
  make: (parameters: ParametersOf<G>) => StrategyConfig | undefined,
  options: SweepOptions = {},
): StrategyFamily<ParametersOf<G>> {
  const { limit = LIMIT } = options;
  checkGrid(grid);
  const size = Object.values(grid).reduce((product, values) => product * values.length, 1);
  if (size > limit) {
    throw new ArgumentError(
      `the grid has ${size} combinations, more than the limit of ${limit}; ` +
        "leave out values, sweep a few parameters at a time, or give a higher `limit`",
      { size, limit },
    );
  }
  const members = new Map<string, FamilyMember<ParametersOf<G>>>();
  for (const parameters of combinations(grid)) {
    const made = make(parameters);
    if (made === undefined) continue;
    const name = `${made.name}(${parametersText(parameters)})`;
    if (members.has(name)) {
      throw new ArgumentError(`two strategies of the sweep would have the name "${name}"`, { name });
    }
    members.set(name, Object.freeze({ name, parameters, strategy: Object.freeze({ ...made, name }) }));
  }
  return new StrategyFamily([...members.values()]);
}

/**
 * The combinations of a grid that differ from `parameters` in one parameter, by one step in the order of its values:
 * up to two for each parameter. A result that its neighbours do not share is more likely luck than merit.
 *
 * @throws ArgumentError when a value is not in the grid.
 *
 * @example
 * neighbours({ fast: 10, slow: 20 }, { fast: [5, 10, 20], slow: [20, 50] });
 * // [{ fast: 5, slow: 20 }, { fast: 20, slow: 20 }, { fast: 10, slow: 50 }]
 */
export function neighbours<const G extends ParameterGrid>(
  parameters: NoInfer<ParametersOf<G>>,
  grid: G,
): readonly ParametersOf<G>[] {
  checkGrid(grid);
  return Object.entries(grid).flatMap(([name, values]) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    const index = value === undefined ? -1 : values.indexOf(value);
    if (index < 0) {
      throw new ArgumentError(
        `\`${name}\` is ${value}, which is none of the grid's values ${values.join(", ")}`,
        { name, value },
      );
    }
    return [values[index - 1], values[index + 1]]
      .filter((other) => other !== undefined)
      .map((other) => Object.freeze({ ...parameters, [name]: other }));
  });
}

function checkGrid(grid: ParameterGrid): void {
  for (const [name, values] of Object.entries(grid)) {
    if (values.length === 0) throw new ArgumentError(`the parameter \`${name}\` has no value`, { name });
    values.forEach((value, index) => {
      if (!["number", "string", "boolean"].includes(typeof value) || Number.isNaN(value)) {
        throw new ArgumentError(
          `\`${name}\` has a value of type ${typeof value}; a parameter is a number, a text, or true or false, ` +
            "and `make` turns it into anything else",
          { name },
        );
      }
      if (values.indexOf(value) !== index) {
        throw new ArgumentError(`\`${name}\` has the value ${value} twice`, { name, value });
      }
    });
  }
}

function* combinations<G extends ParameterGrid>(grid: G): Generator<ParametersOf<G>> {
  const names = Object.keys(grid);
  const walk = function* (position: number, chosen: object): Generator<ParametersOf<G>> {
    const name = names[position];
    if (name === undefined) {
      // Every name of the grid has its value by now.
      yield Object.freeze({ ...chosen }) as ParametersOf<G>;
      return;
    }
    for (const value of grid[name] ?? []) yield* walk(position + 1, { ...chosen, [name]: value });
  };
  yield* walk(0, {});
}

function parametersText(parameters: Readonly<Record<string, ParameterValue>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${valueText(value)}`)
    .join(",");
}

/** Texts stand bare where they cannot be taken for anything else. */
function valueText(value: ParameterValue): string {
  const isPlain =
    typeof value !== "string" || (/^[A-Za-z_][\w.-]*$/.test(value) && !/^(true|false|Infinity)$/.test(value));
  return isPlain ? String(value) : JSON.stringify(value);
}
