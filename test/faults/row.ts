import type { ClientOptions, RequestOptions } from "../../src/core/index.ts";
import { type CallName, fails, healthy, type Outcome, succeeds, task } from "./calls.ts";
import type { Play, Protocol, Step } from "./server.ts";

/** A misbehaviour and, for each call that meets it, how often it is sent and how it ends. */
export interface Row extends Readonly<Partial<Record<CallName, Outcome>>> {
  readonly name: string;
  /** Played one step per request, the last again and again. */
  readonly script: readonly Step[];
  /** Default: HTTP/1.1 in the clear and HTTP/2. */
  readonly on?: readonly Protocol[];
  /** Answers `/health`, and what a call asks for beside its target. Default: as it should be. */
  readonly otherwise?: Play;
  readonly options?: RequestOptions;
  readonly client?: ClientOptions;
}

export const ok = healthy;
export const h2 = { on: ["h2"] } as const;
export const soon = { options: { timeout: 150 } };
export const text = JSON.stringify(task);

/** A failure of the network: a POST is sent again only when its caller has named it. */
export const mayHaveBegun = {
  get: succeeds(2),
  post: fails(1, "NETWORK"),
  keyed: succeeds(2),
  download: succeeds(2),
};
