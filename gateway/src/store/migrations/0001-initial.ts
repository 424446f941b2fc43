import { type Kysely, type Migration, sql } from "kysely";

const now = sql`now()`;

/** Users, keys, strategies, tasks and (used on PostgreSQL only) the bytes of results. */
export const initial: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("users")
      .addColumn("id", "uuid", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull().unique())
      .addColumn("created_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .execute();

    await db.schema
      .createTable("api_keys")
      .addColumn("id", "uuid", (column) => column.primaryKey())
      .addColumn("user_id", "uuid", (column) => column.notNull().references("users.id").onDelete("cascade"))
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("hash", "text", (column) => column.notNull().unique())
      .addColumn("prefix", "text", (column) => column.notNull())
      .addColumn("created_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .addColumn("last_used", "timestamptz")
      .addColumn("revoked_at", "timestamptz")
      .execute();
    await db.schema.createIndex("api_keys_user").on("api_keys").columns(["user_id", "created_at"]).execute();

    await db.schema
      .createTable("strategies")
      .addColumn("id", "uuid", (column) => column.primaryKey())
      .addColumn("user_id", "uuid", (column) => column.notNull().references("users.id").onDelete("cascade"))
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("config", "json", (column) => column.notNull())
      .addColumn("summary", "json", (column) => column.notNull())
      .addColumn("created_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .addColumn("archived_at", "timestamptz")
      .addUniqueConstraint("strategies_user_name", ["user_id", "name"])
      .execute();

    await db.schema
      .createTable("tasks")
      .addColumn("id", "uuid", (column) => column.primaryKey())
      .addColumn("user_id", "uuid", (column) => column.notNull().references("users.id").onDelete("cascade"))
      .addColumn("export_type", "integer", (column) => column.notNull())
      .addColumn("status", "integer", (column) => column.notNull())
      .addColumn("request", "json", (column) => column.notNull())
      .addColumn("created_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .addColumn("started_at", "timestamptz")
      .addColumn("completed_at", "timestamptz")
      .addColumn("worker_id", "text")
      .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
      .addColumn("lease_until", "timestamptz")
      .addColumn("strategy_counts", "integer", (column) => column.notNull().defaultTo(0))
      .addColumn("blueprint_counts", "integer", (column) => column.notNull().defaultTo(0))
      .addColumn("indicator_counts", "integer", (column) => column.notNull().defaultTo(0))
      .addColumn("trigger_counts", "integer", (column) => column.notNull().defaultTo(0))
      .addColumn("input_rows", "integer", (column) => column.notNull().defaultTo(0))
      .addColumn("rejected_entries", "integer")
      .addColumn("ambiguous_trades", "integer")
      .addColumn("error_message", "text")
      .execute();
    await db.schema.createIndex("tasks_user").on("tasks").columns(["user_id", "created_at"]).execute();
    await db.schema
      .createIndex("tasks_leased")
      .on("tasks")
      .column("lease_until")
      .where(sql.ref("status"), "=", sql.lit(1))
      .execute();

    await db.schema
      .createTable("task_results")
      .addColumn("task_id", "uuid", (column) => column.notNull().references("tasks.id").onDelete("cascade"))
      .addColumn("type", "text", (column) => column.notNull())
      .addColumn("bytes", "bytea", (column) => column.notNull())
      .addPrimaryKeyConstraint("task_results_key", ["task_id", "type"])
      .execute();
  },
};
