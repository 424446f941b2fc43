import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { MarketStore } from "../../src/market-data/index.ts";
import { WorkerLoop } from "../../src/worker/loop.ts";
import { EnginePool } from "../../src/worker/pool.ts";
import { threadEntry } from "../../src/worker/thread-entry.ts";
import { importedSp500 } from "./market.ts";
import { MemoryQueue } from "./memory-queue.ts";
import { averageStrategy, requestOf } from "./requests.ts";

const START = 60_000;

let market: MarketStore;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  ({ market } = await importedSp500());
}, START);

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

interface Started {
  readonly queue: MemoryQueue;
  readonly loop: WorkerLoop;
  readonly errors: Error[];
}

function start(threads: number, queue = new MemoryQueue(), faulty = true): Started {
  const errors: Error[] = [];
  const onError = (error: Error): void => void errors.push(error);
  const entry = faulty ? { entry: threadEntry("faulty-thread", import.meta.url) } : {};
  const pool = new EnginePool({ threads, onError, ...entry });
  closing.push(() => pool.close());
  const loop = new WorkerLoop({ queue, market, pool, workerId: "worker", onError });
  closing.push(() => loop.stop(0));
  return { queue, loop, errors };
}

function submit(queue: MemoryQueue, ...names: string[]): void {
  for (const name of names)
    queue.submit(name, requestOf({ strategy_configs: [averageStrategy(name.split(" ")[0] ?? "")] }));
}

function named(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `work ${i}`);
}

describe("WorkerLoop", { timeout: START }, () => {
  it("executes what waits already and what comes later, on the real engine", async () => {
    const queue = new MemoryQueue();
    submit(queue, "one");
    const { errors } = start(1, queue, false);
    await queue.until(() => queue.ends.size === 1);
    submit(queue, "two", "three");
    await queue.until(() => queue.ends.size === 3);
    for (const end of queue.ends.values()) {
      expect(end).toMatchObject({ kind: "finished", outcome: { counts: { strategies: 1, inputRows: 252 } } });
    }
    expect(errors).toEqual([]);
  });

  it("ends every task once and holds no more than two per thread", async () => {
    const { queue } = start(2);
    submit(queue, ...named(50));
    await queue.until(() => queue.ends.size === 50);
    expect([...queue.ends.values()].every(({ kind }) => kind === "finished")).toBe(true);
    expect(queue.mostHeld).toBe(4);
    expect(queue.held).toEqual([]);
  });

  it.each([
    ["is refused", "refuse", "no such column", []],
    ["meets a defect", "throw", "the task could not be executed: a defect", ["task throw could"]],
    [
      "kills its thread",
      "die",
      "the task could not be executed: worker exited with code: 3",
      ["task die could"],
    ],
  ])("fails a task alone that %s", async (_, name, message, told) => {
    const { queue, errors } = start(1);
    const others = named(4);
    submit(queue, ...others.slice(0, 2), name, ...others.slice(2));
    await queue.until(() => queue.ends.size === 5);
    expect(queue.ends.get(name)).toEqual({ kind: "failed", message });
    for (const other of others) expect(queue.ends.get(other)?.kind).toBe("finished");
    expect(errors.map((error) => error.message)).toEqual(told.map((start) => expect.stringContaining(start)));
  });

  it("asks again when the queue has failed", async () => {
    const queue = new MemoryQueue();
    const failure = new Error("the database is away");
    queue.claimErrors.push(failure);
    submit(queue, "work");
    const { errors } = start(1, queue);
    await queue.until(() => queue.ends.size === 1);
    expect(errors).toEqual([failure]);
  });

  it("lets what runs end when it is stopped, and takes nothing more", async () => {
    const { queue, loop } = start(1);
    submit(queue, ...named(5));
    await queue.until(() => queue.held.length === 2);
    await loop.stop();
    expect(queue.held).toEqual([]);
    expect(queue.ends.size + queue.waiting.length).toBe(5);
    expect(queue.ends.size).toBeGreaterThanOrEqual(2);
    expect(queue.listening).toBe(false);
    const before = queue.waiting.length;
    submit(queue, "late");
    await sleep(50);
    expect(queue.waiting).toHaveLength(before + 1);
  });

  it("gives back what does not end in time", async () => {
    const { queue, loop } = start(1);
    submit(queue, "hang", "work 1");
    await queue.until(() => queue.held.length === 2);
    await loop.stop(20);
    expect(queue.held).toEqual([]);
    expect(queue.waiting.toSorted()).toEqual(["hang", "work 1"]);
    expect(queue.ends.size).toBe(0);
  });
});
