import { randomUUID } from "node:crypto";
import type { Blueprint, StrategyConfig, StrategySummary } from "tradepose-client/models";
import type { Queries } from "../../store/database.ts";
import { listPortfolios } from "../../store/portfolios.ts";
import {
  archiveStrategy,
  deleteStrategy,
  findStrategyById,
  findStrategyByName,
  insertStrategy,
  listStrategies,
} from "../../store/strategies.ts";
import type { Handlers } from "../handler.ts";
import { HttpError, notFound } from "../http-error.ts";
import { checkName } from "../names.ts";
import type { InstrumentCatalogue, Services } from "../services.ts";

type StrategyOperations = "strategies.create" | "strategies.list" | "strategies.get" | "strategies.delete";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function strategyHandlers({ database, catalogue }: Services): Handlers<StrategyOperations> {
  const { queries } = database;
  return {
    "strategies.create": async ({ caller, body }) => {
      checkName(body.name);
      const config = await withIds(body, catalogue);
      const created = await insertStrategy(queries, {
        id: config.id,
        userId: caller.userId,
        name: config.name,
        config,
        summary: summaryOf(config),
      });
      if (created) return { status: 201, body: config };
      const stored = await findStrategyByName(queries, caller.userId, body.name);
      // Deleted by another request between the two statements.
      if (stored === undefined) throw notFound(`Strategy '${body.name}'`);
      return { status: 200, body: stored.config };
    },

    "strategies.list": async ({ caller, query }) => {
      const strategies = await listStrategies(queries, caller.userId, query.archived ?? false);
      return { status: 200, body: { strategies, count: strategies.length } };
    },

    "strategies.get": async ({ caller, path }) => {
      const byId = uuid.test(path.strategy)
        ? await findStrategyById(queries, caller.userId, path.strategy)
        : undefined;
      const stored = byId ?? (await findStrategyByName(queries, caller.userId, path.strategy));
      if (stored === undefined) throw notFound(`Strategy '${path.strategy}'`);
      return { status: 200, body: stored.config };
    },

    "strategies.delete": async ({ caller, path, query }) => {
      const archive = query.archive ?? true;
      const portfolio = archive ? undefined : await portfolioWith(queries, caller.userId, path.strategy);
      if (portfolio !== undefined && (await findStrategyByName(queries, caller.userId, path.strategy))) {
        throw new HttpError(
          409,
          `Strategy '${path.strategy}' is selected by portfolio '${portfolio}'. Take it out there first, or archive it.`,
        );
      }
      const done = archive
        ? await archiveStrategy(queries, caller.userId, path.strategy, new Date())
        : await deleteStrategy(queries, caller.userId, path.strategy);
      if (!done) throw notFound(`Strategy '${path.strategy}'`);
      return {
        status: 200,
        body: { message: `Strategy '${path.strategy}' ${archive ? "archived" : "deleted"}` },
      };
    },
  };
}

/** Name of a portfolio, archived or not, that selects a blueprint of the strategy. */
async function portfolioWith(
  queries: Queries,
  userId: string,
  strategy: string,
): Promise<string | undefined> {
  const portfolios = await listPortfolios(queries, userId, true);
  return portfolios.find(({ selections }) =>
    selections.some(({ strategy_name }) => strategy_name === strategy),
  )?.name;
}

/** The strategy as it is stored: with ids of its own, of its blueprints and of the instruments it names. */
async function withIds(config: StrategyConfig, catalogue: InstrumentCatalogue) {
  const { instruments } = await catalogue.instruments({ limit: Number.MAX_SAFE_INTEGER, offset: 0 });
  const idOf = (symbol: string) => instruments.find((instrument) => instrument.symbol === symbol)?.id ?? null;
  const withId = (blueprint: Blueprint) => ({ ...blueprint, id: randomUUID() });
  return {
    ...config,
    id: randomUUID(),
    base_instrument_id: idOf(config.base_instrument),
    indicators: (config.indicators ?? []).map((spec) => ({
      ...spec,
      instrument_id: idOf(spec.instrument ?? config.base_instrument),
    })),
    base_blueprint: withId(config.base_blueprint),
    advanced_blueprints: (config.advanced_blueprints ?? []).map(withId),
  };
}

function summaryOf(config: Awaited<ReturnType<typeof withIds>>): StrategySummary {
  const brief = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return {
    id: config.id,
    name: config.name,
    base_instrument: config.base_instrument,
    base_freq: config.base_freq,
    note: config.note ?? null,
    base_blueprint: brief(config.base_blueprint),
    advanced_blueprints: config.advanced_blueprints.map(brief),
  };
}
