import { AccountsResource } from "../generated/resources/accounts.ts";
import { ApiKeysResource } from "../generated/resources/apiKeys.ts";
import { BillingResource } from "../generated/resources/billing.ts";
import { BindingsResource } from "../generated/resources/bindings.ts";
import { HealthResource } from "../generated/resources/health.ts";
import { PortfoliosResource } from "../generated/resources/portfolios.ts";
import { SlotsResource } from "../generated/resources/slots.ts";
import { StrategiesResource } from "../generated/resources/strategies.ts";
import { UsageResource } from "../generated/resources/usage.ts";
import { HttpTransport } from "../internal/transport.ts";
import { type ResolvedConfig, resolveConfig } from "./config.ts";
import { ExportClient } from "./export.ts";
import { InstrumentsClient } from "./instruments.ts";
import type { ClientOptions } from "./options.ts";
import { TasksClient } from "./tasks.ts";
import { TradesClient } from "./trades.ts";

/**
 * Client of a TradePose gateway.
 *
 * Calls are retried after network errors and the statuses 408, 425, 429, 500, 502, 503, 504. A POST is retried only
 * when the server cannot have begun, unless the server announces that it knows a repeated one by its
 * `Idempotency-Key`, or the caller gave the key. Every call takes
 * `{ signal, timeout, deadline, maxRetries, headers, idempotencyKey }` last.
 *
 * @example
 * await using client = new TradePoseClient({ serverUrl: "http://127.0.0.1:8420", apiKey });
 * const { instruments } = await client.instruments.list();
 */
export class TradePoseClient implements AsyncDisposable {
  /** Checked settings; printing them shows no secret. */
  readonly config: ResolvedConfig;
  readonly accounts: AccountsResource;
  readonly apiKeys: ApiKeysResource;
  readonly billing: BillingResource;
  readonly bindings: BindingsResource;
  readonly strategies: StrategiesResource;
  readonly export: ExportClient;
  readonly tasks: TasksClient;
  readonly instruments: InstrumentsClient;
  readonly portfolios: PortfoliosResource;
  readonly slots: SlotsResource;
  readonly trades: TradesClient;
  readonly usage: UsageResource;
  readonly health: HealthResource;
  readonly #transport: HttpTransport;

  /** @throws TradePoseConfigError when there is no key, or an option is out of its range. */
  constructor(options: ClientOptions = {}) {
    this.config = resolveConfig(options);
    const transport = new HttpTransport(this.config);
    this.#transport = transport;
    this.accounts = new AccountsResource(transport);
    this.apiKeys = new ApiKeysResource(transport);
    this.billing = new BillingResource(transport);
    this.bindings = new BindingsResource(transport);
    this.strategies = new StrategiesResource(transport);
    this.tasks = new TasksClient(transport, this.config);
    this.export = new ExportClient(transport, this.tasks);
    this.instruments = new InstrumentsClient(transport);
    this.portfolios = new PortfoliosResource(transport);
    this.slots = new SlotsResource(transport);
    this.trades = new TradesClient(transport);
    this.usage = new UsageResource(transport);
    this.health = new HealthResource(transport);
  }

  /** Refuses new calls, lets the running ones end with all their retries, then closes the connections. */
  close(): Promise<void> {
    return this.#transport.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
