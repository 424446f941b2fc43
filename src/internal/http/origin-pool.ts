import type { FetchInit, HttpResponse } from "../fetch.ts";

/** The connections to one origin. */
export interface OriginPool {
  send(url: URL, init: FetchInit): Promise<HttpResponse>;
  /** Lets running requests end, then closes all connections. */
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** Certificates in PEM to trust instead of those that Node trusts. */
  readonly ca: string | undefined;
  /** Reached through this HTTP proxy, when there is one. */
  readonly proxy?: URL | undefined;
  /** Gives up connections that are not established yet. */
  readonly signal: AbortSignal;
}

/** Milliseconds a connection may take to be established. */
export const CONNECT_TIMEOUT_MS = 10_000;

/** Milliseconds after which an idle connection is closed. */
export const IDLE_TIMEOUT_MS = 4_000;
