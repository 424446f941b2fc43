import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** Unpacks a body as it arrives and is read; whoever stops reading stops the source too. */
export function gunzip(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const unpacked = createGunzip();
  // What goes wrong on either side reaches the reader.
  pipeline(Readable.from(packed), unpacked, () => {});
  return unpacked;
}
