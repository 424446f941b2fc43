import { systemCode } from "./retry-policy.ts";

/** Whether a body arrived whole and could not be unpacked: asking again would bring the same. */
export function isCorrupt(error: unknown): boolean {
  return systemCode(error)?.startsWith("Z_") === true;
}
