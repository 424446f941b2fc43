import type { Plan } from "tradepose-client/models";
import { compose } from "./composition.ts";
import type { ImportOptions, ImportReport } from "./market-data/index.ts";

/** Where a gateway keeps its data and where it listens. */
export interface GatewayOptions {
  /** Folder of the database, the market data and the results; made if need be, used by one gateway at a time. */
  readonly dataDir: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Address to bind to. Default `127.0.0.1`: reachable from this machine only. */
  readonly host?: string;
  /** `postgres://user:password@host:port/database` to use PostgreSQL instead of the database in the data folder. */
  readonly databaseUrl?: string;
  /** Engine threads. Default: one per core less one, at least 1. */
  readonly workers?: number;
  /**
   * Key that encrypts the credentials of accounts, 64 hexadecimal digits. Default: the one in `credentials.key` in the
   * data folder, made on first use. Gateways that share a PostgreSQL database need the same key.
   */
  readonly credentialKey?: string;
  /** Plan that billing and usage report, with limits that are not enforced. Default: no limits and no price. */
  readonly plan?: Plan;
}

/** A gateway that runs in this process. */
export interface Gateway extends AsyncDisposable {
  /** Base address, for example `http://127.0.0.1:49152`. */
  readonly url: string;
  /** A key for this gateway that is valid as long as it runs. */
  readonly apiKey: string;
  /**
   * Imports bars of an instrument, all or none; bars that are stored already change nothing.
   *
   * @throws BarFileError naming file, line and rule; MarketDataError otherwise, its `code` saying what is wrong.
   */
  importBars(options: ImportOptions): Promise<ImportReport>;
  /** Stops accepting, lets running tasks end or puts them back, and closes the database. */
  close(): Promise<void>;
}

/**
 * Starts a gateway in this process: HTTP server, database, market data and engine threads. Tasks that an earlier
 * process left unfinished in the folder are run again.
 *
 * @throws GatewayError `GATEWAY_DATA_LOCKED` (another process uses the folder), `GATEWAY_DATA_DIR`, `GATEWAY_DATABASE`,
 * `GATEWAY_PORT_IN_USE`, `GATEWAY_ADDRESS` or `GATEWAY_CREDENTIALS_KEY`; nothing is left open then.
 * @throws RangeError when `workers` is not a whole number of 1 or more.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { workers } = options;
  if (workers !== undefined && !(Number.isInteger(workers) && workers >= 1)) {
    throw new RangeError(`workers is ${workers}; give a whole number of 1 or more`);
  }
  const { url, apiKey, market, close } = await compose({
    dataDir: options.dataDir,
    host: options.host ?? "127.0.0.1",
    port: options.port ?? 0,
    databaseUrl: options.databaseUrl,
    workers,
    credentialKey: options.credentialKey,
    plan: options.plan,
    logLevel: "error",
  });
  return {
    url,
    apiKey,
    importBars: (bars) => market.importBars(bars),
    close,
    [Symbol.asyncDispose]: close,
  };
}
