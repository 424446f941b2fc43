import { once } from "node:events";
import { type Composition, compose } from "../composition.ts";
import { readPlan } from "../plan.ts";
import { createApiKey, hasApiKeys } from "../store/api-keys.ts";
import { keyVariable } from "../store/credential-key.ts";
import { version } from "../version.ts";

export interface ServeOptions {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly workers?: number;
  readonly plan?: string;
  readonly databaseUrl?: string;
}

/** Serves until a signal ends it; a second signal does not wait for what still runs. */
export async function serve(options: ServeOptions): Promise<void> {
  const stopped = Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
  const plan = options.plan === undefined ? undefined : await readPlan(options.plan);
  const gateway = await compose({
    dataDir: options.data,
    host: options.host,
    port: options.port,
    databaseUrl: options.databaseUrl,
    workers: options.workers,
    plan,
    // Not an option: other users of the machine see the command line.
    credentialKey: process.env[keyVariable],
    logLevel: "info",
  });
  console.log(`TradePose gateway ${version} listens on ${gateway.url}`);
  await printFirstKey(gateway);

  await stopped;
  process.once("SIGTERM", () => process.exit(1));
  process.once("SIGINT", () => process.exit(1));
  await gateway.close();
}

async function printFirstKey({ database, userId }: Composition): Promise<void> {
  if (await hasApiKeys(database.queries)) return;
  const { key } = await createApiKey(database.queries, userId, "first key");
  console.log(`API key, shown this once: ${key}`);
}
