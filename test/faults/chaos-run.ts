import { TradePoseClient, TradePoseError } from "../../src/core/index.ts";
import { exportBody } from "./archives.ts";
import { KEY } from "./calls.ts";
import { cert } from "./certificate.ts";
import { type ChaosOptions, chaosServer, fileOf, idOf } from "./chaos-server.ts";
import { held, leaksOf } from "./leaks.ts";

export interface ChaosRun extends ChaosOptions {
  readonly calls: number;
  /** Calls that run at the same time. */
  readonly concurrency: number;
}

export interface ChaosReport {
  readonly calls: number;
  readonly requests: number;
  readonly faults: ReadonlyMap<string, number>;
  /** Calls that nobody named and that ended with an error: allowed, unlike doing them twice. */
  readonly unnamedFailures: number;
  /** What is wrong; empty when every result came exactly once. */
  readonly problems: readonly string[];
  readonly seconds: number;
}

/** More than 20 % of attempts in a row can plausibly fail: 0.2 to the 11th is 2 in a hundred million. */
const RETRIES = 10;
/** For an answer that stalls; nothing else takes so long. */
const ATTEMPT_TIMEOUT_MS = 2_000;

/** A kind of call: how it is made, what must come of it. */
interface Kind {
  readonly idempotent: boolean;
  /** Result and the result that is right. */
  run(client: TradePoseClient, work: string, options: Options): Promise<readonly [unknown, unknown]>;
}

interface Options {
  readonly signal: AbortSignal;
  readonly maxRetries: number;
  readonly timeout: number;
  readonly headers: Readonly<Record<string, string>>;
}

const submit = (client: TradePoseClient, work: string, options: Options & { idempotencyKey?: string }) =>
  client.export.create(
    {
      ...exportBody,
      strategy_configs: exportBody.strategy_configs.map((it) => ({ ...it, name: work })),
      export_type: 0,
    },
    options,
  );

const kinds: Readonly<Record<string, Kind>> = {
  named: {
    idempotent: true,
    run: async (client, work, options) => [
      (await submit(client, work, { ...options, idempotencyKey: work })).task_id,
      idOf(work),
    ],
  },
  unnamed: {
    idempotent: false,
    run: async (client, work, options) => [(await submit(client, work, options)).task_id, idOf(work)],
  },
  look: {
    idempotent: true,
    run: async (client, work, options) => [(await client.tasks.get(idOf(work), options)).task_id, idOf(work)],
  },
  download: {
    idempotent: true,
    run: async (client, work, options) => [
      Buffer.from(await client.tasks.downloadTrades(idOf(work), options)).toString("latin1"),
      fileOf(idOf(work)),
    ],
  },
};

/** Sends calls of all kinds, many at a time, through a server that fails; says what came out otherwise than it must. */
export async function runChaos({ calls, concurrency, ...options }: ChaosRun): Promise<ChaosReport> {
  const started = performance.now();
  const before = held();
  const { server, effects, faults } = await chaosServer(options);
  await using _ = server;
  const client = new TradePoseClient({ serverUrl: server.url, apiKey: KEY, ca: cert });
  // One signal for all calls: whatever a call leaves on it is found at the end.
  const { signal } = new AbortController();
  const names = Object.keys(kinds);
  const problems: string[] = [];
  let unnamedFailures = 0;
  let next = 0;

  async function one(number: number): Promise<void> {
    const name = names[number % names.length] ?? "";
    const kind = kinds[name];
    const work = `${name}-${number}`;
    let failure: unknown;
    try {
      const [result, right] = (await kind?.run(client, work, {
        signal,
        maxRetries: RETRIES,
        timeout: ATTEMPT_TIMEOUT_MS,
        headers: { "x-work": work },
      })) ?? [undefined, work];
      if (result !== right) problems.push(`${work} got the result of another call`);
    } catch (error) {
      failure = error;
      if (kind?.idempotent) problems.push(`${work} failed: ${error}`);
      else unnamedFailures++;
      if (!(error instanceof TradePoseError)) problems.push(`${work} threw something foreign: ${error}`);
    }
    const times = effects.get(work) ?? 0;
    const most = work.includes("named") ? 1 : 0;
    const least = failure === undefined ? most : 0;
    if (times < least || times > most) problems.push(`${work} was carried out ${times} times`);
  }

  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (next < calls) await one(next++);
    }),
  );
  problems.push(...(await leaksOf(client, server, signal, before)));
  problems.push(...server.problems.map((it) => `the server itself failed: ${it}`));
  const requests = server.arrivals;
  const seconds = (performance.now() - started) / 1_000;
  return { calls, requests, faults, unnamedFailures, problems, seconds };
}
