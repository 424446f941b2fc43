import { randomUUID } from "node:crypto";
import type { PortfolioResponse } from "tradepose-client/models";
import {
  archivePortfolio,
  deletePortfolio,
  findPortfolio,
  insertPortfolio,
  listPortfolios,
  type PortfolioRow,
  updatePortfolio,
} from "../../store/portfolios.ts";
import type { Handlers } from "../handler.ts";
import { HttpError, notFound, unprocessable } from "../http-error.ts";
import { checkName } from "../names.ts";
import type { Services } from "../services.ts";

type PortfolioOperations =
  | "portfolios.create"
  | "portfolios.list"
  | "portfolios.get"
  | "portfolios.update"
  | "portfolios.delete";

export function portfolioHandlers({ database }: Services): Handlers<PortfolioOperations> {
  const { queries } = database;
  return {
    "portfolios.create": async ({ caller, body }) => {
      checkName(body.name);
      checkInPath(body.name);
      const row = await insertPortfolio(queries, {
        id: randomUUID(),
        user_id: caller.userId,
        name: body.name,
        capital: String(body.capital),
        currency: body.currency,
        account_source: body.account_source,
        selections: JSON.stringify(body.selections ?? []),
        instrument_mapping: body.instrument_mapping == null ? null : JSON.stringify(body.instrument_mapping),
      });
      if (row === undefined) {
        throw new HttpError(
          409,
          `There is a portfolio '${body.name}' already, which may be archived. Take another name, or delete that one.`,
        );
      }
      return { status: 201, body: toResponse(row) };
    },

    "portfolios.list": async ({ caller, query }) => {
      const rows = await listPortfolios(queries, caller.userId, query.archived ?? false);
      return { status: 200, body: { portfolios: rows.map(toResponse), count: rows.length } };
    },

    "portfolios.get": async ({ caller, path }) => {
      const row = await findPortfolio(queries, caller.userId, path.name);
      if (row === undefined) throw notFound(`Portfolio '${path.name}'`);
      return { status: 200, body: toResponse(row) };
    },

    "portfolios.update": async ({ caller, path, body }) => {
      const { capital, selections, instrument_mapping: mapping } = body;
      const row = await updatePortfolio(queries, caller.userId, path.name, {
        capital: capital == null ? undefined : String(capital),
        selections: selections == null ? undefined : JSON.stringify(selections),
        instrument_mapping: mapping == null ? undefined : JSON.stringify(mapping),
      });
      if (row === undefined) throw notFound(`Portfolio '${path.name}'`);
      return { status: 200, body: toResponse(row) };
    },

    "portfolios.delete": async ({ caller, path, query }) => {
      const archive = query.archive ?? true;
      const done = await (archive ? archivePortfolio : deletePortfolio)(queries, caller.userId, path.name);
      if (done === "in use") {
        throw new HttpError(
          409,
          `Portfolio '${path.name}' is bound to an account. Remove its bindings first, or archive it.`,
        );
      }
      if (!done) throw notFound(`Portfolio '${path.name}'`);
      return {
        status: 200,
        body: { message: `Portfolio '${path.name}' ${archive ? "archived" : "deleted"}` },
      };
    },
  };
}

/** A portfolio is known by its name alone, and every URL parser takes these two out of a path. */
function checkInPath(name: string): void {
  if (name !== "." && name !== "..") return;
  const message = `must not be "${name}", which no URL can carry`;
  throw unprocessable([{ field: "name", message, type: "invalid_value" }]);
}

function toResponse(row: PortfolioRow): PortfolioResponse {
  const { name, capital, currency, account_source, selections, instrument_mapping } = row;
  return { name, capital, currency, account_source, selections, instrument_mapping };
}
