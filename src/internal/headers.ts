import { inspect } from "node:util";
import { ArgumentError } from "../errors/argument.ts";
import { secretHeaders } from "./auth.ts";
import { MASK } from "./redact.ts";

/**
 * Headers of a request, later ones overriding earlier ones; null takes one away.
 *
 * @throws ArgumentError for a name or value that HTTP does not allow. The value is not shown: it may be a secret.
 */
export function buildHeaders(...layers: readonly Readonly<Record<string, string | null>>[]): Headers {
  const headers = new Headers();
  for (const [name, value] of layers.flatMap((layer) => Object.entries(layer))) {
    try {
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    } catch {
      throw new ArgumentError(
        `headers: ${JSON.stringify(name)} has a name or value that HTTP does not allow`,
      );
    }
  }
  return headers;
}

/** Lets a hook see and change headers, all but those that hold secrets. */
export async function withoutSecrets(
  headers: Headers,
  use: (open: Headers) => void | Promise<void>,
): Promise<void> {
  const open = new Headers(headers);
  for (const name of secretHeaders) open.delete(name);
  await use(open);
  for (const name of [...headers.keys()]) {
    if (!secretHeaders.includes(name) && !open.has(name)) headers.delete(name);
  }
  for (const [name, value] of open) headers.set(name, value);
}

/** The headers, frozen, such that printing or serialising them shows the names of those that hold secrets alone. */
export function printable(headers: Record<string, string>): Readonly<Record<string, string>> {
  const shown = () =>
    Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        secretHeaders.includes(name.toLowerCase()) ? MASK : value,
      ]),
    );
  // Not enumerable: what is sent are the headers alone.
  Object.defineProperties(headers, { toJSON: { value: shown }, [inspect.custom]: { value: shown } });
  return Object.freeze(headers);
}
