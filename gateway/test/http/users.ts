import { TradePoseClient } from "tradepose-client";
import { type Composition, compose } from "../../src/composition.ts";
import { createApiKey } from "../../src/store/api-keys.ts";
import { ensureUser } from "../../src/store/users.ts";
import type { Place, Target } from "../gateway/support.ts";

/** A gateway and the SDK's clients of two of its users; an answer outside the contract is an error of the client. */
export interface TwoUsers extends AsyncDisposable {
  readonly gateway: Composition;
  readonly mine: TradePoseClient;
  readonly theirs: TradePoseClient;
  /** The user of `theirs`, for `call`. */
  readonly stranger: Target;
}

export async function startForTwo(place: Place): Promise<TwoUsers> {
  const gateway = await compose({ ...place, host: "127.0.0.1", port: 0, workers: 1, logLevel: "error" });
  const { queries } = gateway.database;
  const { key } = await createApiKey(queries, await ensureUser(queries, "stranger"), "test");
  const clientOf = (apiKey: string) =>
    new TradePoseClient({ serverUrl: gateway.url, apiKey, validate: "throw", maxRetries: 0 });
  const mine = clientOf(gateway.apiKey);
  const theirs = clientOf(key);
  return {
    gateway,
    mine,
    theirs,
    stranger: { url: gateway.url, apiKey: key },
    async [Symbol.asyncDispose]() {
      await Promise.all([mine.close(), theirs.close()]);
      await gateway.close();
    },
  };
}
