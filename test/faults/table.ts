import { bodies, results } from "./body-rows.ts";
import { announced, connections, deadlines, multiplexed, times } from "./network-rows.ts";
import type { Row } from "./row.ts";
import { headers, redirects, retryAfters, statuses } from "./status-rows.ts";

/** Every misbehaviour, by kind. */
export const table: Readonly<Record<string, readonly Row[]>> = {
  connections,
  announced,
  "a deadline": deadlines,
  times,
  bodies,
  results,
  statuses,
  "Retry-After": retryAfters,
  headers,
  redirects,
  "HTTP/2": multiplexed,
};
