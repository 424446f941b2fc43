import { abortable } from "./abortable.ts";
import type { Fetch, HttpFetch } from "./fetch.ts";
import { proxyPool } from "./http/http1.ts";
import { openOrigin } from "./http/origin.ts";
import type { OriginPool } from "./http/origin-pool.ts";
import { proxyFor } from "./http/proxy.ts";

export interface DispatcherOptions {
  /** Used instead of the own connections; it is closed by its owner. */
  readonly fetch?: Fetch | undefined;
  /** Certificates in PEM to trust instead of those that Node trusts. */
  readonly ca?: string | undefined;
}

/** Owns the connections: one pool per origin or proxy, opened by the first request that needs it. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #connecting = new AbortController();
  readonly #pools = new Map<string, Promise<OriginPool>>();
  /** All that must be closed, those that take no new requests included. */
  readonly #opened = new Set<Promise<OriginPool>>();

  constructor(options: DispatcherOptions = {}) {
    this.#options = options;
  }

  readonly fetch: HttpFetch = async (url, init) => {
    if (this.#options.fetch !== undefined) return this.#options.fetch(url, init);
    const target = new URL(url);
    const opening = this.#pool(target);
    const pool = await abortable(opening, init.signal).catch((error) => {
      // It may hang, and then the next attempt must not wait for it too.
      for (const [key, it] of this.#pools) if (it === opening) this.#forget(key, it);
      throw error;
    });
    return pool.send(target, init);
  };

  /** Closes all connections, after the requests that run on them. */
  async close(): Promise<void> {
    this.#connecting.abort();
    const pools = await Promise.allSettled(this.#opened);
    await Promise.all(pools.map((it) => (it.status === "fulfilled" ? it.value.close() : undefined)));
  }

  #pool(target: URL): Promise<OriginPool> {
    const proxy = proxyFor(target, process.env);
    const key = proxy === undefined ? target.origin : `proxy ${proxy}`;
    const known = this.#pools.get(key);
    if (known !== undefined) return known;
    const options = { ca: this.#options.ca, signal: this.#connecting.signal };
    const pool =
      proxy === undefined
        ? openOrigin(new URL(target.origin), options, () => this.#replace(key, pool))
        : proxyPool(proxy, options);
    this.#pools.set(key, pool);
    this.#opened.add(pool);
    pool.catch(() => {
      this.#forget(key, pool);
      this.#opened.delete(pool);
    });
    return pool;
  }

  /** Lets a pool end in its own time; the next request opens another. */
  #replace(key: string, pool: Promise<OriginPool>): void {
    this.#forget(key, pool);
    pool
      .then((it) => it.close())
      .catch(() => {})
      .finally(() => this.#opened.delete(pool));
  }

  #forget(key: string, pool: Promise<OriginPool>): void {
    if (this.#pools.get(key) === pool) this.#pools.delete(key);
  }
}
