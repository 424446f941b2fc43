import { TradePoseConfigError } from "../errors/config.ts";
import { Credentials, isSecret, SECRET_RULE } from "../internal/auth.ts";
import type { Fetch } from "../internal/fetch.ts";
import { printable } from "../internal/headers.ts";
import type { Hooks } from "../internal/hooks.ts";
import { type Logger, type LogLevel, leveled, logLevels } from "../internal/logger.ts";
import { type Validation, validations } from "../internal/validate.ts";
import { type Environment, type ReadVariable, variableName, variableReader } from "./environment.ts";
import { type Limit, limits, type NumberOption } from "./limits.ts";
import type { ClientOptions } from "./options.ts";

/** Checked settings of a client; times in milliseconds. Printing it shows no secret. */
export interface ResolvedConfig {
  readonly credentials: Credentials;
  /** Without a trailing slash. */
  readonly serverUrl: string;
  readonly timeout: number;
  readonly downloadTimeout: number;
  /** Undefined: no limit. */
  readonly deadline: number | undefined;
  readonly maxRetries: number;
  readonly maxRetryAfter: number;
  /** Bytes. */
  readonly maxResponseSize: number;
  /** Bytes. */
  readonly maxDownloadSize: number;
  readonly pollInterval: number;
  readonly pollTimeout: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly validate: Validation;
  readonly logLevel: LogLevel;
  /** Takes what `logLevel` lets through. */
  readonly logger: Logger;
  readonly hooks: Hooks;
  readonly fetch?: Fetch | undefined;
  readonly ca?: string | undefined;
}

const DEFAULT_SERVER_URL = "https://api.tradepose.com";

/**
 * Settings from the options, then from the environment, then from `envFile`, then from the defaults; names of
 * variables are read without regard to case, an empty variable counts as unset.
 *
 * @throws TradePoseConfigError naming the option or variable and what it may be.
 */
export function resolveConfig(options: ClientOptions = {}, environment?: Environment): ResolvedConfig {
  const read = variableReader(environment ?? process.env, options.envFile);
  const number = <Name extends NumberOption>(name: Name) =>
    resolveNumber(name, options[name], read, limits[name]) as (typeof limits)[Name]["fallback"] | number;
  const logLevel = resolveLogLevel(options, read);
  const { onRequest, onResponse, onRetry } = options;
  return Object.freeze({
    credentials: resolveCredentials(options, read),
    serverUrl: resolveServerUrl(options.serverUrl, read),
    timeout: number("timeout"),
    downloadTimeout: number("downloadTimeout"),
    deadline: number("deadline"),
    maxRetries: number("maxRetries"),
    maxRetryAfter: number("maxRetryAfter"),
    maxResponseSize: number("maxResponseSize"),
    maxDownloadSize: number("maxDownloadSize"),
    pollInterval: number("pollInterval"),
    pollTimeout: number("pollTimeout"),
    headers: printable({ ...options.headers }),
    validate: resolveName("validate", options.validate, read, validations, "warn"),
    logLevel,
    logger: leveled(logLevel, options.logger),
    hooks: Object.freeze({ onRequest, onResponse, onRetry }),
    fetch: options.fetch,
    ca: options.ca,
  });
}

function resolveNumber(
  option: string,
  given: number | undefined,
  read: ReadVariable,
  { scale, min, max, fallback }: Limit,
): number | undefined {
  const isValid = (value: number) =>
    Number.isFinite(value) && value >= min && value <= max && (scale > 1 || Number.isInteger(value));
  if (given !== undefined) {
    if (isValid(given)) return given;
    throw new TradePoseConfigError(
      `${option} must be ${range(min, max, scale > 1 ? " milliseconds" : "")}, got ${given}`,
      { option },
    );
  }
  const variable = variableName(option);
  const text = read(variable);
  if (text === undefined) return fallback;
  const value = Number(text) * scale;
  if (isValid(value)) return value;
  throw new TradePoseConfigError(
    `${variable} must be ${range(min / scale, max / scale, scale > 1 ? " seconds" : "")}, got ${JSON.stringify(text)}`,
    { option, variable },
  );
}

function range(min: number, max: number, unit: string): string {
  return `${unit === "" ? "a whole number " : ""}from ${min} to ${max}${unit}`;
}

function resolveName<T extends string>(
  option: string,
  given: T | undefined,
  read: ReadVariable,
  names: readonly T[],
  fallback: T,
): T {
  const variable = variableName(option);
  const text = given ?? read(variable)?.toLowerCase();
  if (text === undefined) return fallback;
  const name = names.find((it) => it === text);
  if (name !== undefined) return name;
  throw new TradePoseConfigError(
    `${given === undefined ? variable : option} must be one of ${names.join(", ")}, got ${JSON.stringify(text)}`,
    { option },
  );
}

/** Names of Python's levels, which the same variable may hold for other programs. */
const levelAliases: Readonly<Record<string, LogLevel>> = { warning: "warn", critical: "error" };

function resolveLogLevel(options: ClientOptions, read: ReadVariable): LogLevel {
  const readLevel: ReadVariable = (name) => {
    const level = read(name)?.toLowerCase();
    return level === undefined ? undefined : (levelAliases[level] ?? level);
  };
  const debug = options.debug ?? readDebug(read);
  // What the program says comes before what the environment says, be it of one option or the other.
  if (options.logLevel === undefined && options.debug !== undefined) return options.debug ? "debug" : "warn";
  return resolveName("logLevel", options.logLevel, readLevel, logLevels, debug ? "debug" : "warn");
}

function readDebug(read: ReadVariable): boolean {
  return resolveName("debug", undefined, read, ["true", "false", "1", "0"], "false").match(/true|1/) !== null;
}

function resolveCredentials(options: ClientOptions, read: ReadVariable): Credentials {
  const sources = [
    ["apiKey", options.apiKey, "apiKey"],
    ["jwt", options.jwtToken, "jwtToken"],
    ["apiKey", read("TRADEPOSE_API_KEY"), "TRADEPOSE_API_KEY"],
    ["jwt", read("TRADEPOSE_JWT_TOKEN"), "TRADEPOSE_JWT_TOKEN"],
  ] as const;
  for (const [kind, secret, name] of sources) {
    if (secret === undefined) continue;
    if (typeof secret === "function" || isSecret(secret)) return new Credentials(kind, secret);
    throw new TradePoseConfigError(`${name} must be ${SECRET_RULE}; the value given is not`, {
      option: name,
    });
  }
  throw new TradePoseConfigError(
    "No API key: pass { apiKey } or set TRADEPOSE_API_KEY (a JWT works too: jwtToken or TRADEPOSE_JWT_TOKEN). " +
      "A local gateway prints its key when it starts",
  );
}

function resolveServerUrl(given: string | undefined, read: ReadVariable): string {
  const [name, text] =
    given === undefined
      ? ["TRADEPOSE_SERVER_URL", read("TRADEPOSE_SERVER_URL") ?? DEFAULT_SERVER_URL]
      : ["serverUrl", given];
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw new TradePoseConfigError(
      `${name} must be an address that starts with http:// or https://, got ${JSON.stringify(text.replace(/^.*@/s, ""))}`,
      { option: name },
    );
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new TradePoseConfigError(
      `${name} must hold no user name, password, query or fragment: ${url.protocol}//${url.host}${url.pathname}`,
      { option: name },
    );
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}
