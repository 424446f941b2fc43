import { abortable } from "./abortable.ts";
import type { Fetch, HttpFetch } from "./fetch.ts";
import { openOrigin } from "./http/origin.ts";
import type { OriginPool } from "./http/origin-pool.ts";
import { proxyFor } from "./http/proxy.ts";

export interface DispatcherOptions {
  /** Used instead of the own connections; it is closed by its owner. */
  readonly fetch?: Fetch | undefined;
  /** Certificates in PEM to trust instead of those that Node trusts. */
  readonly ca?: string | undefined;
}

/** Owns the connections: one pool per origin and proxy, opened by the first request that needs it. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #connecting = new AbortController();
  readonly #pools = new Map<string, Promise<OriginPool>>();
  /** The same that are open already: the rule, so that nothing has to be waited for. */
  readonly #ready = new WeakMap<Promise<OriginPool>, OriginPool>();
  /** All that must be closed, those that take no new requests included. */
  readonly #all = new Set<Promise<OriginPool>>();

  constructor(options: DispatcherOptions = {}) {
    this.#options = options;
  }

  readonly fetch: HttpFetch = async (url, init) => {
    if (this.#options.fetch !== undefined) return this.#options.fetch(url, init);
    const target = new URL(url);
    const opening = this.#pool(target);
    const pool = this.#ready.get(opening) ?? (await this.#opened(opening, init.signal));
    return pool.send(target, init);
  };

  /** Closes all connections, after the requests that run on them. */
  async close(): Promise<void> {
    this.#connecting.abort();
    const pools = await Promise.allSettled(this.#all);
    await Promise.all(pools.map((it) => (it.status === "fulfilled" ? it.value.close() : undefined)));
  }

  #pool(target: URL): Promise<OriginPool> {
    const proxy = proxyFor(target, process.env);
    const key = `${target.origin} ${proxy?.href ?? ""}`;
    const known = this.#pools.get(key);
    if (known !== undefined) return known;
    const options = { ca: this.#options.ca, signal: this.#connecting.signal, proxy };
    const pool = openOrigin(new URL(target.origin), options, () => this.#replace(key, pool));
    this.#pools.set(key, pool);
    this.#all.add(pool);
    pool.then(
      (it) => this.#ready.set(pool, it),
      () => {
        this.#forget(key, pool);
        this.#all.delete(pool);
      },
    );
    return pool;
  }

  async #opened(opening: Promise<OriginPool>, signal: AbortSignal): Promise<OriginPool> {
    try {
      return await abortable(opening, signal);
    } catch (error) {
      // It may hang, and then the next attempt must not wait for it too.
      for (const [key, it] of this.#pools) if (it === opening) this.#forget(key, it);
      throw error;
    }
  }

  /** Lets a pool end in its own time; the next request opens another. */
  #replace(key: string, pool: Promise<OriginPool>): void {
    this.#forget(key, pool);
    pool
      .then((it) => it.close())
      .catch(() => {})
      .finally(() => this.#all.delete(pool));
  }

  #forget(key: string, pool: Promise<OriginPool>): void {
    if (this.#pools.get(key) === pool) this.#pools.delete(key);
  }
}
