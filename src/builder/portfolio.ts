import type { AccountSource, Currency } from "../generated/enums.ts";
import type { BlueprintSelection, PortfolioCreateRequest } from "../generated/models.ts";
import { Problems } from "./errors.ts";
import { deepFreeze } from "./freeze.ts";
import type { StrategyRegistry } from "./registry.ts";

/** What a portfolio is beside its settings. */
export interface PortfolioOptions {
  /** Unique among your portfolios. */
  readonly name: string;
  /** Given one, `select` takes only what is in it. */
  readonly registry?: StrategyRegistry;
}

interface Draft {
  readonly options: PortfolioOptions;
  readonly selections: readonly BlueprintSelection[];
  readonly capital?: number | string;
  readonly currency?: Currency;
  readonly accountSource?: AccountSource;
  readonly mapping?: Readonly<Record<string, string | number>>;
}

/**
 * Builds a portfolio: which blueprints of which strategies it trades, with how much money, through which kind of
 * account. Builders never change; every call gives a new one.
 *
 * @example
 * const portfolio = new PortfolioBuilder({ name: "main", registry: new StrategyRegistry([strategy]) })
 *   .select("example", "above")
 *   .setCapital(100_000, Currency.USD)
 *   .setAccountSource(AccountSource.BINANCE)
 *   .build();
 */
export class PortfolioBuilder {
  #draft: Draft;

  constructor(options: PortfolioOptions) {
    this.#draft = { options: { ...options }, selections: [] };
  }

  #with(change: Partial<Draft>): PortfolioBuilder {
    const builder = new PortfolioBuilder(this.#draft.options);
    builder.#draft = { ...this.#draft, ...change };
    return builder;
  }

  /**
   * Adds a blueprint of a strategy; the same one again changes nothing.
   *
   * @throws ArgumentError when there is a registry and it has no such strategy or blueprint.
   */
  select(strategyName: string, blueprintName: string): PortfolioBuilder {
    const { options, selections } = this.#draft;
    options.registry?.pick(strategyName, blueprintName);
    const isThere = selections.some(
      (other) => other.strategy_name === strategyName && other.blueprint_name === blueprintName,
    );
    if (isThere) return this;
    return this.#with({
      selections: [...selections, { strategy_name: strategyName, blueprint_name: blueprintName }],
    });
  }

  /** @param amount Above 0; a text keeps decimals that a number cannot hold. */
  setCapital(amount: number | string, currency: Currency): PortfolioBuilder {
    return this.#with({ capital: amount, currency });
  }

  /** Sets where the instruments are traded. */
  setAccountSource(accountSource: AccountSource): PortfolioBuilder {
    return this.#with({ accountSource });
  }

  /** From the symbol of the strategy to the symbol, or the instrument id, that is traded. */
  setInstrumentMapping(mapping: Readonly<Record<string, string | number>>): PortfolioBuilder {
    return this.#with({ mapping: { ...mapping } });
  }

  /**
   * The portfolio as `client.portfolios.create` takes it, frozen.
   *
   * @throws StrategyBuildError listing everything that is missing or wrong.
   */
  build(): PortfolioCreateRequest {
    const { options, selections, capital, currency, accountSource, mapping } = this.#draft;
    const problems = new Problems();
    if (options.name.trim() === "") problems.add("name", "must be a text that is not empty");
    if (selections.length === 0) problems.add("selections", "are missing; add one with select");
    if (capital === undefined || currency === undefined) {
      problems.add("capital", "is missing; give it with setCapital");
    } else if (!isAmount(capital)) {
      problems.add("capital", `must be a decimal number above 0, not ${capital}`);
    }
    if (accountSource === undefined) {
      problems.add("account_source", "is missing; give it with setAccountSource");
    }
    if (problems.isEmpty && capital !== undefined && currency !== undefined && accountSource !== undefined) {
      return deepFreeze({
        name: options.name,
        capital: String(capital),
        currency,
        account_source: accountSource,
        selections: selections.map((selection) => ({ ...selection })),
        ...(mapping && { instrument_mapping: { ...mapping } }),
      });
    }
    throw problems.error(`portfolio "${options.name}"`);
  }
}

/** A decimal number as the contract writes it. */
function isAmount(capital: number | string): boolean {
  return /^\d+(\.\d+)?$/.test(String(capital)) && Number(capital) > 0 && Number.isFinite(Number(capital));
}
