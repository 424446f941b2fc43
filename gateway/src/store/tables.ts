import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type {
  AccountSource,
  AccountStatus,
  BlueprintSelection,
  BrokerType,
  Currency,
  ExecutionMode,
  ExportRequest,
  ExportType,
  InstrumentMapping,
  MarketType,
  StrategyConfig,
  StrategySummary,
  TaskStatus,
} from "tradepose-client/models";

/** Set by the database when a row is inserted. */
type CreationMoment = ColumnType<Date, never, never>;
/** Set by the database when a row is inserted, and by every change. */
type ChangeMoment = ColumnType<Date, never, Date>;
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

/** Trades that a task was asked to persist (`persist_mode` PSQL). */
export interface TradesTable {
  id: Generated<string>;
  user_id: string;
  task_id: string;
  /** Place among the trades of its task: with `task_id` what makes a trade unique. */
  task_row: number;
  strategy_name: string;
  blueprint_name: string;
  instrument: string;
  /** 1 long, -1 short. */
  direction: number;
  is_open: boolean;
  entry_time: Date;
  entry_price: number;
  exit_time: Date | null;
  exit_price: number | null;
  pnl: number | null;
  pnl_pct: number | null;
  mae: number | null;
  mfe: number | null;
  stop_price: number | null;
  target_price: number | null;
  created_at: CreationMoment;
}

/** How many requests a user made within a span of time that begins at `start`. */
export interface RequestCountsTable {
  user_id: string;
  span: "tick" | "day";
  start: Date;
  requests: number;
}

export interface AccountsTable {
  id: string;
  user_id: string;
  name: string;
  broker_type: BrokerType;
  account_source: AccountSource | null;
  available_markets: Json<MarketType[]>;
  default_market: MarketType | null;
  environment: string;
  base_url: string | null;
  ws_url: string | null;
  status: AccountStatus;
  /** Encrypted by `CredentialCipher`. */
  credentials: Uint8Array;
  created_at: CreationMoment;
  updated_at: ChangeMoment;
  archived_at: OptionalMoment;
}

export interface PortfoliosTable {
  id: string;
  user_id: string;
  name: string;
  /** A decimal number as text, with every digit it came with. */
  capital: string;
  currency: Currency;
  account_source: AccountSource;
  selections: Json<BlueprintSelection[]>;
  instrument_mapping: JSONColumnType<InstrumentMapping | null, string | null, string | null>;
  created_at: CreationMoment;
  updated_at: ChangeMoment;
  archived_at: OptionalMoment;
}

export interface BindingsTable {
  id: string;
  user_id: string;
  account_id: string;
  portfolio_id: string;
  execution_mode: ExecutionMode;
  is_active: Generated<boolean>;
  created_at: CreationMoment;
  updated_at: ChangeMoment;
}

export interface SlotsTable {
  id: string;
  user_id: string;
  node_seq: number;
  slot_idx: number;
  account_id: string | null;
  bound_at: OptionalMoment;
  created_at: CreationMoment;
  updated_at: ChangeMoment;
}

/** The whole schema; the same on PGlite and on PostgreSQL. */
export interface Tables {
  users: UsersTable;
  api_keys: ApiKeysTable;
  strategies: StrategiesTable;
  tasks: TasksTable;
  task_results: TaskResultsTable;
  trades: TradesTable;
  request_counts: RequestCountsTable;
  accounts: AccountsTable;
  portfolios: PortfoliosTable;
  bindings: BindingsTable;
  slots: SlotsTable;
}
