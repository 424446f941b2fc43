import { type Kysely, type Migration, sql } from "kysely";

/** Trades that tasks were asked to persist, and how many requests users made. */
export const tradesAndUsage: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("trades")
      .addColumn("id", "uuid", (column) => column.primaryKey().defaultTo(sql`gen_random_uuid()`))
      .addColumn("user_id", "uuid", (column) => column.notNull().references("users.id").onDelete("cascade"))
      .addColumn("task_id", "uuid", (column) => column.notNull().references("tasks.id").onDelete("cascade"))
      .addColumn("task_row", "integer", (column) => column.notNull())
      .addColumn("strategy_name", "text", (column) => column.notNull())
      .addColumn("blueprint_name", "text", (column) => column.notNull())
      .addColumn("instrument", "text", (column) => column.notNull())
      .addColumn("direction", "integer", (column) => column.notNull())
      .addColumn("is_open", "boolean", (column) => column.notNull())
      .addColumn("entry_time", "timestamptz", (column) => column.notNull())
      .addColumn("entry_price", "double precision", (column) => column.notNull())
      .addColumn("exit_time", "timestamptz")
      .addColumn("exit_price", "double precision")
      .addColumn("pnl", "double precision")
      .addColumn("pnl_pct", "double precision")
      .addColumn("mae", "double precision")
      .addColumn("mfe", "double precision")
      .addColumn("stop_price", "double precision")
      .addColumn("target_price", "double precision")
      .addColumn("created_at", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
      .addUniqueConstraint("trades_task_row", ["task_id", "task_row"])
      .execute();
    await db.schema.createIndex("trades_user").on("trades").columns(["user_id", "entry_time"]).execute();

    await db.schema
      .createTable("request_counts")
      .addColumn("user_id", "uuid", (column) => column.notNull().references("users.id").onDelete("cascade"))
      .addColumn("span", "text", (column) => column.notNull())
      .addColumn("start", "timestamptz", (column) => column.notNull())
      .addColumn("requests", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("request_counts_key", ["user_id", "span", "start"])
      .execute();
    await db.schema
      .createIndex("tasks_ended")
      .on("tasks")
      .columns(["user_id", "completed_at"])
      .where(sql.ref("completed_at"), "is not", null)
      .execute();
  },
};
