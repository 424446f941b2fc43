import { findLiveApiKey, hashKey, revokeApiKey, touchApiKey } from "../store/api-keys.ts";
import type { Database } from "../store/database.ts";
import type { Caller } from "./handler.ts";
import { HttpError } from "./http-error.ts";

/** A key's `last_used` is written at most this often. */
const touchEveryMs = 60_000;

interface KnownKey extends Caller {
  readonly id: string;
  touched: number;
}

/** A key that lives in this process only and is stored nowhere. */
export interface SessionKey extends Caller {
  readonly hash: string;
}

/** Tells who sends a request, by its API key. */
export class Authenticator {
  readonly #database: Database;
  readonly #session: ReadonlyMap<string, Caller>;
  readonly #onError: (error: Error) => void;
  /** Only filled where no other process can revoke a key behind its back. */
  readonly #known = new Map<string, KnownKey>();

  constructor(database: Database, session: readonly SessionKey[], onError: (error: Error) => void) {
    this.#database = database;
    this.#session = new Map(session.map((key) => [key.hash, key]));
    this.#onError = onError;
  }

  /**
   * @param key the `X-API-Key` header
   * @throws HttpError 401 when there is no key, or one that is unknown or revoked
   */
  async authenticate(key: string | undefined): Promise<Caller> {
    if (key === undefined || key === "") {
      throw new HttpError(401, "This request needs an API key: send it as the header X-API-Key.");
    }
    // Keys are looked up by their hash: comparing hashes tells nothing about how near a guess came to a key.
    const hash = hashKey(key);
    const session = this.#session.get(hash);
    if (session !== undefined) return session;
    const known = this.#known.get(hash) ?? (await this.#find(hash));
    if (known === undefined) throw new HttpError(401, "The API key is not valid: it is unknown or revoked.");
    this.#touch(known);
    return known;
  }

  /** Revokes a key of the caller, at once; false when the caller has no such key. */
  async revoke(caller: Caller, id: string): Promise<boolean> {
    const revoked = await revokeApiKey(this.#database.queries, caller.userId, id, new Date());
    this.#known.clear();
    return revoked;
  }

  async #find(hash: string): Promise<KnownKey | undefined> {
    const row = await findLiveApiKey(this.#database.queries, hash);
    if (row === undefined) return undefined;
    const known = { id: row.id, userId: row.user_id, touched: row.last_used?.getTime() ?? 0 };
    if (this.#database.exclusive) this.#known.set(hash, known);
    return known;
  }

  #touch(key: KnownKey): void {
    const now = new Date();
    if (now.getTime() - key.touched < touchEveryMs) return;
    key.touched = now.getTime();
    touchApiKey(this.#database.queries, key.id, now).catch(this.#onError);
  }
}
