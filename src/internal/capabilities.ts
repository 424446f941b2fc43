import { HealthResource } from "../generated/resources/health.ts";
import type { RequestOptions, Transport } from "../generated/transport.ts";

const TIMEOUT_MS = 5_000;

/** What the server announces beyond the hosted contract. It is asked when it matters, and once. */
export class Capabilities {
  readonly #health: HealthResource;
  #names: ReadonlySet<string> | undefined;

  constructor(transport: Transport) {
    this.#health = new HealthResource(transport);
  }

  /** Whether the server announces it; no when it cannot be asked, and then it is asked again the next time. */
  async includes(name: string, options: RequestOptions): Promise<boolean> {
    if (this.#names === undefined) {
      try {
        const { capabilities } = await this.#health.get({ ...options, timeout: TIMEOUT_MS, maxRetries: 0 });
        this.#names = new Set(capabilities ?? []);
      } catch {
        return false;
      }
    }
    return this.#names.has(name);
  }
}
