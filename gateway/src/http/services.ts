import type {
  ExportRequest,
  FieldProblem,
  HealthResponse,
  InstrumentResponse,
  Plan,
} from "tradepose-client/models";
import type { CredentialCipher } from "../store/credential-cipher.ts";
import type { Database } from "../store/database.ts";
import type { Tasks } from "../tasks/tasks.ts";
import type { Authenticator } from "./auth.ts";
import type { RequestCounter } from "./request-counter.ts";

/** Which instruments to list; what is left out does not restrict. */
export interface InstrumentFilter {
  readonly symbol?: string | undefined;
  readonly account_source?: string | undefined;
  readonly broker_type?: string | undefined;
  readonly market_type?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** The instruments there are bars of. */
export interface InstrumentCatalogue {
  /** A page ordered by symbol, and the number of all that match. */
  instruments(
    filter: InstrumentFilter,
  ): Promise<{ readonly instruments: readonly InstrumentResponse[]; readonly total: number }>;
  instrument(id: number): Promise<InstrumentResponse | undefined>;
}

/** Everything that is wrong with an export beyond its form; an empty list lets it become a task. */
export type ExportCheck = (request: ExportRequest) => Promise<readonly FieldProblem[]>;

/** What the application is made of; the composition hands it in, so that `http` knows neither engine nor bars. */
export interface Services {
  readonly database: Database;
  readonly authenticator: Authenticator;
  readonly credentialCipher: CredentialCipher;
  readonly counter: RequestCounter;
  /** What billing and usage report; the gateway does not enforce it. */
  readonly plan: Plan;
  readonly tasks: Tasks;
  readonly catalogue: InstrumentCatalogue;
  readonly checkExport: ExportCheck;
  readonly health: HealthResponse;
}
