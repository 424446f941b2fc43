import { randomUUID } from "node:crypto";
import {
  type AccountResponse,
  type AccountUpdateRequest,
  accountCreateRequestDefaults,
  BrokerType,
} from "tradepose-client/models";
import {
  type AccountRow,
  archiveAccount,
  deleteAccount,
  findAccount,
  insertAccount,
  listAccounts,
  updateAccount,
} from "../../store/accounts.ts";
import type { Handlers } from "../handler.ts";
import { HttpError, notFound, unprocessable } from "../http-error.ts";
import { checkName, checkText } from "../names.ts";
import type { Services } from "../services.ts";

type AccountOperations =
  | "accounts.create"
  | "accounts.list"
  | "accounts.get"
  | "accounts.update"
  | "accounts.delete";

export function accountHandlers({ database, credentialCipher }: Services): Handlers<AccountOperations> {
  const { queries } = database;
  const defaults = accountCreateRequestDefaults;
  return {
    "accounts.create": async ({ caller, body }) => {
      checkName(body.name);
      checkTexts(body);
      const accountSource = body.account_source ?? null;
      if (body.broker_type === BrokerType.MT5 && accountSource === null) {
        const message = "is required for an account of MT5";
        throw unprocessable([{ field: "account_source", message, type: "missing" }]);
      }
      const id = randomUUID();
      const row = await insertAccount(queries, {
        id,
        user_id: caller.userId,
        name: body.name,
        broker_type: body.broker_type,
        account_source: accountSource,
        available_markets: JSON.stringify(body.available_markets ?? defaults.available_markets),
        default_market: body.default_market ?? null,
        environment: body.environment ?? defaults.environment,
        base_url: body.base_url ?? null,
        ws_url: body.ws_url ?? null,
        status: body.status ?? defaults.status,
        credentials: credentialCipher.seal(body.credentials, id),
      });
      if (row === undefined) throw taken(body.name);
      return { status: 201, body: toResponse(row) };
    },

    "accounts.list": async ({ caller, query }) => {
      const rows = await listAccounts(queries, caller.userId, query.archived ?? false);
      return { status: 200, body: { accounts: rows.map(toResponse), count: rows.length } };
    },

    "accounts.get": async ({ caller, path }) => {
      const row = await findAccount(queries, caller.userId, path.account_id);
      if (row === undefined) throw notFound(`Account ${path.account_id}`);
      return { status: 200, body: toResponse(row) };
    },

    "accounts.update": async ({ caller, path, body }) => {
      const { available_markets: markets, credentials } = body;
      const name = body.name ?? undefined;
      if (name !== undefined) checkName(name);
      checkTexts(body);
      const row = await updateAccount(queries, caller.userId, path.account_id, {
        name,
        available_markets: markets == null ? undefined : JSON.stringify(markets),
        default_market: body.default_market ?? undefined,
        environment: body.environment ?? undefined,
        base_url: body.base_url ?? undefined,
        ws_url: body.ws_url ?? undefined,
        status: body.status ?? undefined,
        credentials: credentials == null ? undefined : credentialCipher.seal(credentials, path.account_id),
      });
      if (row === undefined) throw notFound(`Account ${path.account_id}`);
      if (row === "taken") throw taken(name);
      return { status: 200, body: toResponse(row) };
    },

    "accounts.delete": async ({ caller, path, query }) => {
      const id = path.account_id;
      const archive = query.archive ?? true;
      const done = archive
        ? (await archiveAccount(queries, caller.userId, id)) !== undefined
        : await deleteAccount(queries, caller.userId, id);
      if (done === "in use") {
        throw new HttpError(
          409,
          `Account ${id} is bound to a portfolio or in a slot. Remove its bindings and free its slots first, or archive it.`,
        );
      }
      if (!done) throw notFound(`Account ${id}`);
      return { status: 200, body: { message: `Account ${id} ${archive ? "archived" : "deleted"}` } };
    },
  };
}

/** The texts that are columns of their own; those in JSON and in the credentials may be any. */
function checkTexts(body: AccountUpdateRequest): void {
  checkText("environment", body.environment);
  checkText("base_url", body.base_url);
  checkText("ws_url", body.ws_url);
}

function taken(name: string | undefined): HttpError {
  return new HttpError(
    409,
    `There is an account '${name}' already, which may be archived. Take another name, or delete that one.`,
  );
}

/** No broker is asked here, so nothing is ever known about the validity of the credentials. */
function toResponse(row: AccountRow): AccountResponse {
  const {
    user_id: _user,
    archived_at: archivedAt,
    created_at: createdAt,
    updated_at: updatedAt,
    ...rest
  } = row;
  return {
    ...rest,
    is_archived: archivedAt !== null,
    last_validated_at: null,
    validation_error: null,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}
