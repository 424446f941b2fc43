import { randomBytes } from "node:crypto";

let lastMs = 0;
let counter = 0;

/**
 * A UUID of version 7 (RFC 9562): ids made later in this process sort later, also within a millisecond, so that tasks
 * accepted in one transaction keep their order in the queue.
 */
export function makeTaskId(now: number = Date.now()): string {
  // A counter of 12 bits follows the time; a clock that stands still or goes back borrows from the next millisecond.
  if (now > lastMs) [lastMs, counter] = [now, 0];
  else if (counter < 0xfff) counter += 1;
  else [lastMs, counter] = [lastMs + 1, 0];
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
