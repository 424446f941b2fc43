import { randomUUID } from "node:crypto";
import { type BindingResponse, bindingCreateRequestDefaults } from "tradepose-client/models";
import { findAccount } from "../../store/accounts.ts";
import { type BindingRow, deleteBinding, insertBinding, listBindings } from "../../store/bindings.ts";
import { findPortfolio } from "../../store/portfolios.ts";
import type { Handlers } from "../handler.ts";
import { HttpError, notFound, unprocessable } from "../http-error.ts";
import { checkText } from "../names.ts";
import type { Services } from "../services.ts";

export function bindingHandlers({
  database,
}: Services): Handlers<"bindings.create" | "bindings.list" | "bindings.delete"> {
  const { queries } = database;
  return {
    "bindings.create": async ({ caller, body }) => {
      checkText("portfolio_name", body.portfolio_name);
      const account = await findAccount(queries, caller.userId, body.account_id);
      if (account === undefined) throw notFound(`Account ${body.account_id}`);
      const portfolio = await findPortfolio(queries, caller.userId, body.portfolio_name);
      if (portfolio === undefined) throw notFound(`Portfolio '${body.portfolio_name}'`);
      if (account.account_source !== null && account.account_source !== portfolio.account_source) {
        const message = `is of ${account.account_source}, portfolio '${portfolio.name}' is for ${portfolio.account_source}`;
        throw unprocessable([{ field: "account_id", message, type: "mismatch" }]);
      }
      const pair = `Account ${account.id} and portfolio '${portfolio.name}'`;
      const row = await insertBinding(queries, {
        id: randomUUID(),
        user_id: caller.userId,
        account_id: account.id,
        portfolio_id: portfolio.id,
        execution_mode: body.execution_mode ?? bindingCreateRequestDefaults.execution_mode,
      });
      if (row === "exists") throw new HttpError(409, `${pair} are bound already.`);
      if (row === "gone") throw new HttpError(409, `${pair}: one of them was deleted just now.`);
      return { status: 201, body: toResponse(row) };
    },

    "bindings.list": async ({ caller }) => {
      const rows = await listBindings(queries, caller.userId);
      return { status: 200, body: { bindings: rows.map(toResponse), count: rows.length } };
    },

    "bindings.delete": async ({ caller, path }) => {
      if (!(await deleteBinding(queries, caller.userId, path.binding_id))) {
        throw notFound(`Binding ${path.binding_id}`);
      }
      return { status: 200, body: { message: `Binding ${path.binding_id} deleted` } };
    },
  };
}

function toResponse({ created_at: createdAt, updated_at: updatedAt, ...row }: BindingRow): BindingResponse {
  return { ...row, created_at: createdAt.toISOString(), updated_at: updatedAt.toISOString() };
}
