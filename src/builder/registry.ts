import { ArgumentError } from "../errors/argument.ts";
import type { BlueprintSelection, StrategyConfig } from "../generated/models.ts";
import { sameJson } from "./json.ts";
import { withoutIds } from "./stored.ts";

/** What `sync` needs of a client: its `strategies` resource, or anything that does the same. */
export interface StrategyStore {
  readonly strategies: {
    list(query: { readonly archived: boolean }): PromiseLike<{
      readonly strategies: readonly { readonly name: string }[];
    }>;
    get(name: string): PromiseLike<StrategyConfig>;
    create(strategy: StrategyConfig): PromiseLike<StrategyConfig>;
    delete(name: string, query: { readonly archive: boolean }): PromiseLike<unknown>;
  };
}

/** How `sync` treats a strategy that is stored with other content. */
export interface SyncOptions {
  /** True deletes it for good and stores the local one; false reports it among the errors. Default false. */
  readonly replace?: boolean;
}

/** What `sync` did, by names of strategies, in the order of the registry. */
export interface SyncResult {
  /** New on the server. */
  readonly created: readonly string[];
  /** Stored with other content, and replaced. */
  readonly updated: readonly string[];
  /** Stored as they are. */
  readonly skipped: readonly string[];
  /** What could not be stored, and why. */
  readonly errors: readonly { readonly name: string; readonly error: unknown }[];
  /** Whether there are no errors. */
  readonly success: boolean;
}

/**
 * Strategies by name, in the order in which they were added. `saveStrategies` and `loadStrategies` of
 * `tradepose-client/client` keep them in a file.
 *
 * @example
 * const registry = new StrategyRegistry([strategy]);
 * registry.add({ ...strategy, name: "other" });
 * registry.list(); // ["example", "other"]
 */
export class StrategyRegistry implements Iterable<StrategyConfig> {
  readonly #strategies = new Map<string, StrategyConfig>();

  /** @throws ArgumentError when two strategies have one name. */
  constructor(strategies: Iterable<StrategyConfig> = []) {
    for (const strategy of strategies) this.add(strategy);
  }

  /** Number of strategies. */
  get size(): number {
    return this.#strategies.size;
  }

  /**
   * Adds a strategy.
   *
   * @throws ArgumentError when its name is taken and `replace` is not true.
   */
  add(strategy: StrategyConfig, options: { readonly replace?: boolean } = {}): this {
    const { name } = strategy;
    if (this.#strategies.has(name) && options.replace !== true) {
      throw new ArgumentError(`there is a strategy "${name}" already; give { replace: true } to replace it`, {
        name,
      });
    }
    this.#strategies.set(name, strategy);
    return this;
  }

  /**
   * The strategy of a name.
   *
   * @throws ArgumentError when there is none; `has` tells before.
   */
  get(name: string): StrategyConfig {
    const strategy = this.#strategies.get(name);
    if (strategy === undefined) {
      const known = this.list().join(", ") || "it is empty";
      throw new ArgumentError(`there is no strategy "${name}" in the registry; it has: ${known}`, { name });
    }
    return strategy;
  }

  /** Whether there is a strategy of that name. */
  has(name: string): boolean {
    return this.#strategies.has(name);
  }

  /** The names. */
  list(): readonly string[] {
    return [...this.#strategies.keys()];
  }

  /** Whether there was a strategy of that name to remove. */
  remove(name: string): boolean {
    return this.#strategies.delete(name);
  }

  /** Removes all. */
  clear(): void {
    this.#strategies.clear();
  }

  [Symbol.iterator](): Iterator<StrategyConfig> {
    return this.#strategies.values();
  }

  /**
   * Blueprints of a strategy, as a portfolio selects them: those named, or all, the base first.
   *
   * @throws ArgumentError when there is no such strategy or blueprint.
   *
   * @example
   * new StrategyRegistry([strategy]).pick("example"); // [{ strategy_name: "example", blueprint_name: "above" }]
   */
  pick(strategyName: string, ...blueprintNames: readonly string[]): readonly BlueprintSelection[] {
    const { base_blueprint, advanced_blueprints } = this.get(strategyName);
    const known = [base_blueprint, ...(advanced_blueprints ?? [])].map(({ name }) => name);
    for (const name of blueprintNames) {
      if (known.includes(name)) continue;
      throw new ArgumentError(
        `strategy "${strategyName}" has no blueprint "${name}"; it has ${known.join(", ")}`,
        { strategy: strategyName, blueprint: name },
      );
    }
    return (blueprintNames.length === 0 ? known : blueprintNames).map((name) =>
      Object.freeze({ strategy_name: strategyName, blueprint_name: name }),
    );
  }

  /**
   * Stores all strategies on a server, without ids. One that is stored already with the same content is skipped,
   * archived or not. A failure of one strategy keeps no other back.
   *
   * @throws what listing the stored strategies throws.
   *
   * @example
   * const { created, errors } = await new StrategyRegistry([strategy]).sync(client);
   */
  async sync({ strategies: store }: StrategyStore, options: SyncOptions = {}): Promise<SyncResult> {
    const { strategies } = await store.list({ archived: true });
    const stored = new Set(strategies.map(({ name }) => name));
    const outcomes = await Promise.all(
      [...this].map(async (strategy) => {
        const { name } = strategy;
        try {
          const done = await syncOne(withoutIds(strategy), stored.has(name), store, options);
          return { name, done };
        } catch (error) {
          return { name, error };
        }
      }),
    );
    const named = (wanted: Outcome) =>
      outcomes.filter((outcome) => outcome.done === wanted).map(({ name }) => name);
    const errors = outcomes.flatMap(({ name, done, error }) => (done === undefined ? { name, error } : []));
    return {
      created: named("created"),
      updated: named("updated"),
      skipped: named("skipped"),
      errors,
      success: errors.length === 0,
    };
  }
}

type Outcome = "created" | "updated" | "skipped";

async function syncOne(
  strategy: StrategyConfig,
  isStored: boolean,
  store: StrategyStore["strategies"],
  { replace = false }: SyncOptions,
): Promise<Outcome> {
  if (!isStored) {
    await store.create(strategy);
    return "created";
  }
  if (saysTheSame(withoutIds(await store.get(strategy.name)), strategy)) return "skipped";
  if (!replace) {
    throw new ArgumentError(
      `"${strategy.name}" is stored with other content; sync with { replace: true } to replace it, or choose another name`,
      { name: strategy.name },
    );
  }
  await store.delete(strategy.name, { archive: false });
  await store.create(strategy);
  return "updated";
}

/** An empty list may come back as none. */
function saysTheSame(a: StrategyConfig, b: StrategyConfig): boolean {
  const whole = (strategy: StrategyConfig) => ({
    ...strategy,
    indicators: strategy.indicators ?? [],
    advanced_blueprints: strategy.advanced_blueprints ?? [],
  });
  return sameJson(whole(a), whole(b));
}
