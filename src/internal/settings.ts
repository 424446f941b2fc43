import type { Credentials } from "./auth.ts";
import type { BodyLimits } from "./bounded-response.ts";
import type { Fetch } from "./fetch.ts";
import type { Hooks } from "./hooks.ts";
import type { Logger } from "./logger.ts";
import type { RetryPolicy } from "./retry-policy.ts";
import type { Validation } from "./validate.ts";

/** Settings of the transport; times in milliseconds. */
export interface TransportSettings extends RetryPolicy, BodyLimits {
  /** Without a trailing slash. */
  readonly serverUrl: string;
  readonly credentials: Credentials;
  /** One attempt, reading the body included. */
  readonly timeout: number;
  /** The same for an operation that answers with bytes. */
  readonly downloadTimeout: number;
  /** A whole call, retries and waits included; undefined for no limit. */
  readonly deadline?: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly validate: Validation;
  /** Takes what `logLevel` lets through. */
  readonly logger: Logger;
  readonly hooks: Hooks;
  readonly fetch?: Fetch | undefined;
  /** Certificates in PEM to trust instead of those that Node trusts. */
  readonly ca?: string | undefined;
  /** Spreads the waits between attempts; uniform in [0, 1). */
  readonly random?: (() => number) | undefined;
}
