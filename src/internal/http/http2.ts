import { type ClientHttp2Session, connect } from "node:http2";
import type { TLSSocket } from "node:tls";
import type { FetchInit, HttpResponse } from "../fetch.ts";
import { sendOverHttp2 } from "./http2-stream.ts";
import { IDLE_TIMEOUT_MS, type OriginPool } from "./origin-pool.ts";

const CONNECTIONS = 2;
/** Requests on a connection after which a second one is opened; servers commonly allow this many at a time. */
const STREAMS = 100;

/** One connection, open or opening, and how many requests it has. */
interface Slot {
  readonly session: Promise<ClientHttp2Session>;
  running: number;
  idle: NodeJS.Timeout | undefined;
}

/**
 * HTTP/2 over at most two connections. Node's own client and not undici's: that one sends a POST alone unless it is
 * told that the POST may be repeated, and then repeats it by itself when the server says GOAWAY.
 */
export class Http2Pool implements OriginPool {
  readonly #origin: URL;
  readonly #open: () => Promise<TLSSocket>;
  readonly #slots = new Set<Slot>();
  /** All that are not closed, those that take no new requests included. */
  readonly #sessions = new Set<ClientHttp2Session>();
  #spare: TLSSocket | undefined;

  /**
   * @param open Makes a connection that speaks HTTP/2.
   * @param first One that is open already.
   */
  constructor(origin: URL, open: () => Promise<TLSSocket>, first: TLSSocket) {
    this.#origin = origin;
    this.#open = open;
    this.#spare = first;
  }

  async send(url: URL, init: FetchInit): Promise<HttpResponse> {
    const { slot, session } = await this.#acquire();
    return sendOverHttp2(session, url, init, () => this.#release(slot, session));
  }

  async close(): Promise<void> {
    this.#spare?.destroy();
    await Promise.allSettled([...this.#slots].map((slot) => slot.session));
    await Promise.all([...this.#sessions].map(closeSession));
  }

  async #acquire(): Promise<{ slot: Slot; session: ClientHttp2Session }> {
    for (;;) {
      const slot = this.#pick();
      slot.running++;
      clearTimeout(slot.idle);
      try {
        const session = await slot.session;
        if (!session.closed && !session.destroyed) {
          session.ref();
          return { slot, session };
        }
      } catch (error) {
        this.#slots.delete(slot);
        throw error;
      }
      this.#slots.delete(slot);
    }
  }

  #pick(): Slot {
    const least = [...this.#slots].reduce<Slot | undefined>(
      (best, slot) => (best === undefined || slot.running < best.running ? slot : best),
      undefined,
    );
    if (least !== undefined && (least.running < STREAMS || this.#slots.size === CONNECTIONS)) return least;
    const slot: Slot = {
      session: this.#connect(() => this.#slots.delete(slot)),
      running: 0,
      idle: undefined,
    };
    this.#slots.add(slot);
    return slot;
  }

  async #connect(onUnusable: () => void): Promise<ClientHttp2Session> {
    const spare = this.#spare;
    this.#spare = undefined;
    const socket = spare === undefined || spare.destroyed ? await this.#open() : spare;
    socket.ref();
    const session = connect(this.#origin, { createConnection: () => socket });
    this.#sessions.add(session);
    session.on("goaway", onUnusable);
    // The streams of a session carry its error to their callers.
    session.on("error", onUnusable);
    session.on("close", () => {
      onUnusable();
      this.#sessions.delete(session);
    });
    return session;
  }

  #release(slot: Slot, session: ClientHttp2Session): void {
    slot.running--;
    if (slot.running > 0) return;
    // Neither an idle connection nor the wait for its end holds the process.
    session.unref();
    slot.idle = setTimeout(() => {
      this.#slots.delete(slot);
      session.close();
    }, IDLE_TIMEOUT_MS).unref();
  }
}

function closeSession(session: ClientHttp2Session): Promise<void> {
  return new Promise((resolve) => {
    session.once("close", resolve);
    session.ref();
    // Whoever has just had an answer is still inside the reading of its last frame. Closing destroys a session without
    // streams at once, and in that moment this corrupts the heap (nodejs/node#64850).
    setImmediate(() => session.close());
  });
}
