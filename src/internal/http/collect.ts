import type { Readable } from "node:stream";

/**
 * All of a body, or undefined when it has more bytes than the limit; the rest is not read then. By its events: going
 * through a stream piece by piece costs more than all else that is done for a small answer.
 */
export function collect(body: Readable, limit: number): Promise<readonly Uint8Array[] | undefined> {
  return new Promise((resolve, reject) => {
    if (body.errored !== null || body.destroyed) {
      reject(body.errored ?? closedEarly());
      return;
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    body.on("data", (chunk: Uint8Array) => {
      size += chunk.byteLength;
      if (size <= limit) chunks.push(chunk);
      else {
        resolve(undefined);
        body.pause();
      }
    });
    body.once("end", () => resolve(chunks));
    body.once("error", reject);
    body.once("close", () => {
      if (!body.readableEnded) reject(closedEarly());
    });
  });
}

function closedEarly(): Error {
  return Object.assign(new Error("the body was closed early"), { code: "ERR_STREAM_PREMATURE_CLOSE" });
}
