/**
 * Keeps what was used last, up to a total weight (bytes, or a count of entries); the least recently used go first.
 * What a caller still holds stays valid after it has gone. The newest entry stays even if it alone is too heavy.
 */
export class RecentCache<Entry> {
  readonly #entries = new Map<string, { readonly entry: Entry; readonly weight: number }>();
  readonly #limit: number;
  #weight = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): Entry | undefined {
    const found = this.#entries.get(key);
    if (found === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, found);
    return found.entry;
  }

  set(key: string, entry: Entry, weight: number): void {
    this.#drop(key);
    this.#entries.set(key, { entry, weight });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#limit || oldest === key) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const found = this.#entries.get(key);
    if (found === undefined) return;
    this.#entries.delete(key);
    this.#weight -= found.weight;
  }
}
