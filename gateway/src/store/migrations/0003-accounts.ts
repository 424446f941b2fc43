import { type Kysely, type Migration, sql } from "kysely";

const now = sql`now()`;
/** Sorted by bytes, so that lists come in the same order whatever the locale of the database. */
const name = sql`text collate "C"`;

/** Accounts, portfolios, which account trades which portfolio, and the slots accounts run in. */
export const accounts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("accounts")
      .addColumn("id", "uuid", (column) => column.primaryKey())
      .addColumn("user_id", "uuid", (column) => column.notNull().references("users.id").onDelete("cascade"))
      .addColumn("name", name, (column) => column.notNull())
      .addColumn("broker_type", "text", (column) => column.notNull())
      .addColumn("account_source", "text")
      .addColumn("available_markets", "json", (column) => column.notNull())
      .addColumn("default_market", "text")
      .addColumn("environment", "text", (column) => column.notNull())
      .addColumn("base_url", "text")
      .addColumn("ws_url", "text")
      .addColumn("status", "text", (column) => column.notNull())
      .addColumn("credentials", "bytea", (column) => column.notNull())
      .addColumn("created_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .addColumn("updated_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .addColumn("archived_at", "timestamptz")
      .addUniqueConstraint("accounts_user_name", ["user_id", "name"])
      .execute();

    await db.schema
      .createTable("portfolios")
      .addColumn("id", "uuid", (column) => column.primaryKey())
      .addColumn("user_id", "uuid", (column) => column.notNull().references("users.id").onDelete("cascade"))
      .addColumn("name", name, (column) => column.notNull())
      .addColumn("capital", "text", (column) => column.notNull())
      .addColumn("currency", "text", (column) => column.notNull())
      .addColumn("account_source", "text", (column) => column.notNull())
      .addColumn("selections", "json", (column) => column.notNull())
      .addColumn("instrument_mapping", "json")
      .addColumn("created_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .addColumn("updated_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .addColumn("archived_at", "timestamptz")
      .addUniqueConstraint("portfolios_user_name", ["user_id", "name"])
      .execute();

    await db.schema
      .createTable("bindings")
      .addColumn("id", "uuid", (column) => column.primaryKey())
      .addColumn("user_id", "uuid", (column) => column.notNull().references("users.id").onDelete("cascade"))
      .addColumn("account_id", "uuid", (column) => column.notNull().references("accounts.id"))
      .addColumn("portfolio_id", "uuid", (column) => column.notNull().references("portfolios.id"))
      .addColumn("execution_mode", "text", (column) => column.notNull())
      .addColumn("is_active", "boolean", (column) => column.notNull().defaultTo(true))
      .addColumn("created_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .addColumn("updated_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .addUniqueConstraint("bindings_account_portfolio", ["account_id", "portfolio_id"])
      .execute();
    await db.schema.createIndex("bindings_user").on("bindings").columns(["user_id", "created_at"]).execute();
    await db.schema.createIndex("bindings_portfolio").on("bindings").column("portfolio_id").execute();

    await db.schema
      .createTable("slots")
      .addColumn("id", "uuid", (column) => column.primaryKey())
      .addColumn("user_id", "uuid", (column) => column.notNull().references("users.id").onDelete("cascade"))
      // The contract sets no upper limit: `integer` is too small, and `bigint` would not come back as a number.
      .addColumn("node_seq", "double precision", (column) => column.notNull())
      .addColumn("slot_idx", "double precision", (column) => column.notNull())
      .addColumn("account_id", "uuid", (column) => column.references("accounts.id"))
      .addColumn("bound_at", "timestamptz")
      .addColumn("created_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .addColumn("updated_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .addUniqueConstraint("slots_user_node_slot", ["user_id", "node_seq", "slot_idx"])
      .execute();
    await db.schema.createIndex("slots_account").on("slots").column("account_id").execute();
  },
};
