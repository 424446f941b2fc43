import { openDatabase, takeFolder } from "../composition.ts";
import { Undo } from "../foundation/undo.ts";
import { createApiKey } from "../store/api-keys.ts";
import { ensureUser } from "../store/users.ts";

export interface CreateKeyOptions {
  readonly data: string;
  readonly name: string;
  readonly user: string;
  readonly databaseUrl?: string;
}

/** Prints a new key, alone on its line so that scripts can take it. */
export async function createKey(options: CreateKeyOptions): Promise<void> {
  const undo = new Undo();
  try {
    await takeFolder(options.data, options.databaseUrl, undo);
    const { queries } = await openDatabase(options.data, options.databaseUrl, undo);
    const { key } = await createApiKey(queries, await ensureUser(queries, options.user), options.name);
    console.log(key);
  } finally {
    await undo.run();
  }
}
