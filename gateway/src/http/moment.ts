/** First and last moment that a database and ISO 8601 both write with a year of four digits. */
const first = Date.parse("0001-01-01T00:00:00Z");
const last = Date.parse("9999-12-31T23:59:59.999Z");

/**
 * Reads an ISO 8601 moment; one without offset is UTC, as the times of results are. Moments outside the years 1 to
 * 9999, which the text can name by its offset, become the nearest within.
 */
export function readMoment(text: string): Date {
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/i.test(text);
  return new Date(Math.min(last, Math.max(first, Date.parse(zoned ? text : `${text}Z`))));
}
