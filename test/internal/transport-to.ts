import { Credentials } from "../../src/internal/auth.ts";
import { leveled } from "../../src/internal/logger.ts";
import { HttpTransport, type TransportSettings } from "../../src/internal/transport.ts";

export const SECRET = "tp_test_0123456789";

/** A transport with short waits between attempts, which reports nothing. */
export function transportTo(serverUrl: string, settings: Partial<TransportSettings> = {}): HttpTransport {
  return new HttpTransport({
    serverUrl,
    credentials: new Credentials("apiKey", SECRET),
    timeout: 5_000,
    downloadTimeout: 5_000,
    maxRetries: 3,
    maxRetryAfter: 60_000,
    maxResponseSize: 2 ** 20,
    maxDownloadSize: 2 ** 20,
    headers: {},
    validate: "off",
    logger: leveled("silent"),
    hooks: {},
    random: () => 0.001,
    ...settings,
  });
}

/** The error a promise rejects with. */
export async function failure(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
    throw new TypeError("something that is no Error was thrown");
  }
  throw new Error("expected a rejection");
}
