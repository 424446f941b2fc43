import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type {
  ExportRequest,
  ExportType,
  StrategyConfig,
  StrategySummary,
  TaskStatus,
} from "tradepose-client/models";

/** Set by the database when a row is inserted. */
type CreationMoment = ColumnType<Date, never, never>;
type OptionalMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** JSON kept as text (not `jsonb`), so that it comes back with its members in the order they came in. */
type Json<T extends object> = JSONColumnType<T, string, string>;

export interface UsersTable {
  id: string;
  name: string;
  created_at: CreationMoment;
}

export interface ApiKeysTable {
  id: string;
  user_id: string;
  name: string;
  /** SHA-256 of the key, hexadecimal; the key itself is never stored. */
  hash: string;
  /** First characters of the key, so that its owner can tell keys apart. */
  prefix: string;
  created_at: CreationMoment;
  last_used: OptionalMoment;
  revoked_at: OptionalMoment;
}

export interface StrategiesTable {
  id: string;
  user_id: string;
  name: string;
  config: Json<StrategyConfig>;
  summary: Json<StrategySummary>;
  created_at: CreationMoment;
  archived_at: OptionalMoment;
}

export interface TasksTable {
  id: string;
  user_id: string;
  export_type: ExportType;
  status: TaskStatus;
  request: Json<ExportRequest>;
  created_at: CreationMoment;
  started_at: OptionalMoment;
  completed_at: OptionalMoment;
  worker_id: string | null;
  /** Executions begun; a task whose process died keeps counting. */
  attempts: Generated<number>;
  /** While processing: until when its worker is taken to be alive. */
  lease_until: OptionalMoment;
  strategy_counts: Generated<number>;
  blueprint_counts: Generated<number>;
  indicator_counts: Generated<number>;
  trigger_counts: Generated<number>;
  input_rows: Generated<number>;
  rejected_entries: number | null;
  ambiguous_trades: number | null;
  error_message: string | null;
}

export interface TaskResultsTable {
  task_id: string;
  type: string;
  bytes: Uint8Array;
}

/** The whole schema; the same on PGlite and on PostgreSQL. */
export interface Tables {
  users: UsersTable;
  api_keys: ApiKeysTable;
  strategies: StrategiesTable;
  tasks: TasksTable;
  task_results: TaskResultsTable;
}
