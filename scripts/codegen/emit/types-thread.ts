import { MessageChannel, Worker } from "node:worker_threads";
import type { OpenAPITSOptions } from "openapi-typescript";

/** What types-worker.cjs answers. */
type Answer = { readonly text: string } | { readonly error: unknown };

let thread: Worker | undefined;

/**
 * Starts the thread in which openapi-typescript runs. It loads a TypeScript compiler beside ours, which takes half a
 * second: whoever has other things to load starts it first.
 */
export function startTypesThread(): Worker {
  if (thread === undefined) {
    thread = new Worker(new URL("./types-worker.cjs", import.meta.url), { execArgv: [] });
    // Only a question without an answer yet keeps the process alive.
    thread.unref();
  }
  return thread;
}

/** The types that openapi-typescript writes for a document, given as JSON. */
export async function openapiTypes(document: string, options: OpenAPITSOptions): Promise<string> {
  const { port1, port2 } = new MessageChannel();
  try {
    return await new Promise<string>((resolve, reject) => {
      port1.once("message", (answer: Answer) => {
        if ("error" in answer) reject(answer.error);
        else resolve(answer.text);
      });
      startTypesThread().postMessage({ document, options, reply: port2 }, [port2]);
    });
  } finally {
    port1.close();
  }
}
