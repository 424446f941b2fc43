import type { Database } from "../store/database.ts";
import { addRequests, dropTicks, type RequestCount, type Span } from "../store/usage.ts";

const second = 1_000;
const day = 86_400 * second;
const widthOf: Readonly<Record<Span, number>> = { tick: 10 * second, day };

/** When the span begins that a moment lies in; days are UTC. */
export function spanStart(span: Span, moment: number): Date {
  return new Date(moment - (moment % widthOf[span]));
}

/** The longest window of ticks is a day; the rest is for clocks that differ. */
const ticksKept = day + 3_600 * second;
const flushEvery = 5 * second;

/**
 * Counts the requests of each user. Counts are gathered here and written together: a process that is killed loses those
 * of its last seconds, and no request waits for its count.
 */
export class RequestCounter {
  readonly #database: Database;
  readonly #onError: (error: Error) => void;
  readonly #timer: NodeJS.Timeout;
  #gathered = new Map<string, RequestCount>();
  #writing: Promise<void> = Promise.resolve();
  #nextDrop = 0;

  constructor(database: Database, onError: (error: Error) => void) {
    this.#database = database;
    this.#onError = onError;
    this.#timer = setInterval(() => void this.flush(), flushEvery);
    this.#timer.unref();
  }

  /** Counts a request that arrives now. */
  count(userId: string, now: number = Date.now()): void {
    for (const span of ["tick", "day"] as const) {
      this.#gather({ user_id: userId, span, start: spanStart(span, now).toISOString(), requests: 1 });
    }
  }

  /** Writes what was counted until now; counts that could not be written are kept for the next time. */
  flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** Writes what is left and counts no more. */
  close(): Promise<void> {
    clearInterval(this.#timer);
    return this.flush();
  }

  #gather(count: RequestCount): void {
    const key = `${count.span} ${count.start} ${count.user_id}`;
    const requests = count.requests + (this.#gathered.get(key)?.requests ?? 0);
    this.#gathered.set(key, { ...count, requests });
  }

  async #write(): Promise<void> {
    const counts = [...this.#gathered.values()];
    if (counts.length === 0) return;
    this.#gathered = new Map();
    try {
      await addRequests(this.#database.queries, counts);
    } catch (error) {
      for (const count of counts) this.#gather(count);
      this.#onError(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    await this.#drop();
  }

  async #drop(): Promise<void> {
    const now = Date.now();
    if (now < this.#nextDrop) return;
    this.#nextDrop = now + 3_600 * second;
    await dropTicks(this.#database.queries, new Date(now - ticksKept)).catch(this.#onError);
  }
}
