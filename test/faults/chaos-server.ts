import { createHash } from "node:crypto";
import { constants } from "node:http2";
import {
  answer,
  cut,
  cutChunked,
  goaway,
  goawayMidStream,
  hangUp,
  html,
  json,
  resetAfterReading,
  resetUnread,
  retryAfter,
  sessionBroken,
  stalledBody,
  streamError,
} from "./behaviours.ts";
import { accepted, task } from "./calls.ts";
import { type Exchange, FaultServer, type Play, type Protocol } from "./server.ts";

export interface ChaosOptions {
  readonly protocol: Protocol;
  /** The same seed injects the same faults, whatever the order of requests. */
  readonly seed: number;
  /** Share of requests that meet a fault, 0 to 1. */
  readonly share: number;
}

/** A server that does its work, except when it does not; it keeps count of what it has done. */
export interface ChaosServer {
  readonly server: FaultServer;
  /** How often a piece of work was begun, by its name. Work that came again under its key was not begun again. */
  readonly effects: ReadonlyMap<string, number>;
  /** Faults that were injected, by name. */
  readonly faults: ReadonlyMap<string, number>;
}

interface Fault {
  readonly name: string;
  /** Relative frequency. */
  readonly weight: number;
  /** The request was carried out all the same. */
  readonly carriedOut: boolean;
  /** Played instead of the right answer, which it may begin with. */
  readonly play: (right: string) => Play;
}

const cutWhole = (right: string) => cut(right);

const anywhere: readonly Fault[] = [
  { name: "reset before the body was read", weight: 4, carriedOut: false, play: () => resetUnread },
  { name: "reset before it was carried out", weight: 4, carriedOut: false, play: () => resetAfterReading },
  { name: "reset after it was carried out", weight: 4, carriedOut: true, play: () => resetAfterReading },
  { name: "ended without an answer", weight: 4, carriedOut: true, play: () => hangUp },
  { name: "answer cut", weight: 4, carriedOut: true, play: cutWhole },
  { name: "answer cut in a chunk", weight: 4, carriedOut: true, play: (right) => cutChunked(right) },
  { name: "answer stalled", weight: 1, carriedOut: true, play: () => stalledBody },
  { name: "429 with Retry-After", weight: 4, carriedOut: false, play: () => retryAfter(429, "0") },
  { name: "429 without", weight: 4, carriedOut: false, play: () => retryAfter(429) },
  { name: "503", weight: 4, carriedOut: false, play: () => json(503, { detail: "not now" }) },
  {
    name: "500 after it was carried out",
    weight: 4,
    carriedOut: true,
    play: () => json(500, { detail: "x" }),
  },
  { name: "HTML page with 502", weight: 4, carriedOut: true, play: () => html(502, "<title>Bad</title>") },
];

/** Faults of HTTP/2. Those of a whole connection are rare: each takes all requests on it along. */
const multiplexed: readonly Fault[] = [
  {
    name: "stream refused",
    weight: 4,
    carriedOut: false,
    play: () => streamError(constants.NGHTTP2_REFUSED_STREAM, { unread: true }),
  },
  { name: "GOAWAY in mid-stream", weight: 0.2, carriedOut: true, play: () => goawayMidStream },
  { name: "GOAWAY", weight: 0.2, carriedOut: false, play: () => goaway(constants.NGHTTP2_NO_ERROR, -2) },
  { name: "connection broken", weight: 0.2, carriedOut: true, play: () => sessionBroken },
];

export async function chaosServer({ protocol, seed, share }: ChaosOptions): Promise<ChaosServer> {
  const effects = new Map<string, number>();
  const faults = new Map<string, number>();
  const attempts = new Map<string, number>();
  /** Keys that were seen with the work they stand for. */
  const done = new Set<string>();
  const possible = protocol === "h2" ? [...anywhere, ...multiplexed] : anywhere;

  const play: Play = async (exchange) => {
    const { seen } = exchange;
    if (seen.path === "/health") return json(200, { status: "ok", capabilities: [] })(exchange);
    // A name is known before the body is: the caller sends it in a header, the work itself is in body or path.
    const name = String(seen.headers["x-work"]);
    const attempt = (attempts.get(name) ?? 0) + 1;
    attempts.set(name, attempt);
    const [chance, choice] = draw(`${seed} ${name} ${attempt}`);
    const fault = chance < share ? pick(possible, choice) : undefined;
    if (fault !== undefined) faults.set(fault.name, (faults.get(fault.name) ?? 0) + 1);
    if (fault?.carriedOut === false) return fault.play("")(exchange);
    const right = await carryOut(exchange);
    return (fault?.play(right.body) ?? right.play)(exchange);
  };

  async function carryOut({ seen, readBody }: Exchange): Promise<{ body: string; play: Play }> {
    if (seen.method === "POST") {
      const { strategy_configs } = JSON.parse(await readBody()) as { strategy_configs: { name: string }[] };
      const work = strategy_configs[0]?.name ?? "";
      const key = seen.headers["idempotency-key"];
      if (key === undefined || !done.has(`${key}`)) effects.set(work, (effects.get(work) ?? 0) + 1);
      if (key !== undefined) done.add(`${key}`);
      const body = { ...accepted, task_id: idOf(work) };
      return { body: JSON.stringify(body), play: json(202, body) };
    }
    const [, id = "", results] = /\/tasks\/([^/]+)(\/results\/trades)?$/.exec(seen.path) ?? [];
    if (results !== undefined) {
      const file = fileOf(id);
      return { body: file, play: answer(200, file) };
    }
    const body = { ...task, task_id: id };
    return { body: JSON.stringify(body), play: json(200, body) };
  }

  const server = await FaultServer.start([play], { protocol });
  return { server, effects, faults };
}

/** The id that the server gives to a piece of work. */
export function idOf(work: string): string {
  const hex = createHash("sha256").update(work).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What the server serves as the Parquet file of a task: its outer form is right, its inside tells tasks apart. */
export function fileOf(id: string): string {
  return `PAR1${id.repeat(50)}\u0004\0\0\0PAR1`;
}

/** Two numbers in [0, 1) that depend on the text alone. */
function draw(text: string): readonly [number, number] {
  const digest = createHash("sha256").update(text).digest();
  return [digest.readUInt32BE(0) / 2 ** 32, digest.readUInt32BE(4) / 2 ** 32];
}

function pick(faults: readonly Fault[], choice: number): Fault | undefined {
  let left = choice * faults.reduce((sum, { weight }) => sum + weight, 0);
  return faults.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
}
