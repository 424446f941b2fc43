import { type Kysely, Migrator } from "kysely";
import { initial } from "./migrations/0001-initial.ts";
import { tradesAndUsage } from "./migrations/0002-trades-and-usage.ts";
import { accounts } from "./migrations/0003-accounts.ts";

const migrations = {
  "0001-initial": initial,
  "0002-trades-and-usage": tradesAndUsage,
  "0003-accounts": accounts,
};

/** Schema of the gateway's own tables, apart from whatever else a shared PostgreSQL database holds. */
export const gatewaySchema = "tradepose";

/**
 * Brings the schema up to date, one migration after the other in a single transaction. Processes that
 * start at once take turns (`Database.alone`).
 */
export async function migrateToLatest(db: Kysely<unknown>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: gatewaySchema,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
