import { TradePoseConfigError } from "../errors/config.ts";

/** A key or token, or a function that gives the current one; it is asked again after the server refused its last. */
export type Secret = string | (() => string | Promise<string>);

/** A secret as the header that carries it. */
export type SecretHeader = readonly [name: string, value: string];

/** How the caller proves who it is. The secret is held privately: no inspection or serialisation shows it. */
export class Credentials {
  readonly kind: "apiKey" | "jwt";
  /** Whether the secret comes from a function, so that there may be another. */
  readonly renewable: boolean;
  readonly #source: Secret;
  #header: Promise<SecretHeader> | undefined;

  constructor(kind: "apiKey" | "jwt", source: Secret) {
    this.kind = kind;
    this.#source = source;
    this.renewable = typeof source === "function";
  }

  /**
   * The one header that carries the secret. Calls at the same time share one question to the function.
   *
   * @throws TradePoseConfigError when the function fails or gives what no header can carry.
   */
  header(): Promise<SecretHeader> {
    if (this.#header === undefined) {
      const asked = this.#ask();
      this.#header = asked;
      asked.catch(() => this.#drop(asked));
    }
    return this.#header;
  }

  /** Forgets a refused secret, unless another call has replaced it already. */
  async renew(refused: string): Promise<void> {
    const held = this.#header;
    if (held !== undefined && (await held)[1] === refused) this.#drop(held);
  }

  #drop(header: Promise<SecretHeader>): void {
    if (this.#header === header) this.#header = undefined;
  }

  async #ask(): Promise<SecretHeader> {
    const option = this.kind === "apiKey" ? "apiKey" : "jwtToken";
    let secret: unknown = this.#source;
    if (typeof this.#source === "function") {
      try {
        secret = await this.#source();
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new TradePoseConfigError(
          `The function given as ${option} failed: ${reason}`,
          { option },
          cause,
        );
      }
    }
    if (!isSecret(secret)) {
      throw new TradePoseConfigError(`The function given as ${option} gave no ${SECRET_RULE}`, { option });
    }
    return this.kind === "apiKey" ? ["X-API-Key", secret] : ["Authorization", `Bearer ${secret}`];
  }
}

export const SECRET_RULE = "text of visible ASCII characters without spaces";

/** Whether a header can carry it; with anything else an error of the connection would show the value. */
export function isSecret(value: unknown): value is string {
  return typeof value === "string" && /^[\x21-\x7e]+$/.test(value);
}

/** Headers that must not follow a request to another origin, and never show in hooks, logs and errors. */
export const secretHeaders: readonly string[] = [
  "authorization",
  "cookie",
  "proxy-authorization",
  "x-api-key",
];

/** The secrets among the headers of a request. */
export function secretsIn(headers: Headers): readonly string[] {
  return secretHeaders.flatMap((name) => {
    const value = headers.get(name);
    if (value === null) return [];
    const [, token] = /^Bearer (.+)$/i.exec(value) ?? [];
    return token === undefined ? [value] : [token];
  });
}
