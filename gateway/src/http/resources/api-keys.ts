import { createApiKey, listApiKeys } from "../../store/api-keys.ts";
import type { Handlers } from "../handler.ts";
import { notFound } from "../http-error.ts";
import { checkName } from "../names.ts";
import type { Services } from "../services.ts";

export function apiKeyHandlers({
  database,
  authenticator,
}: Services): Handlers<"apiKeys.list" | "apiKeys.create" | "apiKeys.revoke"> {
  return {
    "apiKeys.create": async ({ caller, body }) => {
      checkName(body.name);
      const { key, row } = await createApiKey(database.queries, caller.userId, body.name);
      return {
        status: 201,
        body: {
          id: row.id,
          user_id: row.user_id,
          name: row.name,
          api_key: key,
          created_at: row.created_at.toISOString(),
        },
      };
    },

    "apiKeys.list": async ({ caller }) => {
      const rows = await listApiKeys(database.queries, caller.userId);
      const keys = rows.map((row) => ({
        id: row.id,
        user_id: row.user_id,
        name: row.name,
        revoked: row.revoked_at !== null,
        last_used: row.last_used?.toISOString() ?? null,
        created_at: row.created_at.toISOString(),
      }));
      return { status: 200, body: { keys, total: keys.length } };
    },

    "apiKeys.revoke": async ({ caller, path }) => {
      if (!(await authenticator.revoke(caller, path.key_id))) throw notFound(`API key ${path.key_id}`);
      return { status: 204, body: undefined };
    },
  };
}
