import { ArgumentError } from "../errors/argument.ts";

const PLACEHOLDER = /\{([^{}]+)\}/g;

/**
 * Fills the placeholders of a path template, each value percent-encoded as one segment.
 *
 * @throws ArgumentError for an empty value, and for `.` and `..`, which every URL parser resolves even when they
 * are encoded: the request would go to another address than the one asked for.
 */
export function fillPath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name];
    const text = value === undefined || value === null ? "" : String(value);
    if (text === "" || text === "." || text === "..") {
      throw new ArgumentError(`${name} in ${template} must not be ${text === "" ? "empty" : `"${text}"`}`, {
        parameter: name,
      });
    }
    return encodeURIComponent(text);
  });
}
