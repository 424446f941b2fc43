import type { Limiter } from "../core/limiter.ts";
import { AdaptivePause } from "../core/polling.ts";
import { taskFailure, taskState } from "../core/task-state.ts";
import type { TasksClient } from "../core/tasks.ts";
import { NetworkError, RateLimitError, ServerError } from "../errors/request.ts";
import type { TaskMetadataResponse } from "../generated/models.ts";
import { HeldTimer } from "./held-timer.ts";
import { asError } from "./submitter.ts";
import { isCurrent, isOpen, type TaskBoard, type TaskRecord } from "./task-board.ts";

/** Tasks asked about in one round, at most: gateways work in order, so most of the others are still waiting. */
const ROUND = 64;
/** Of these, how many go round through all open tasks, so that none is overlooked behind slow ones. */
const ROUND_ROBIN = 16;
/** Rounds in a row in which a task cannot be asked about, each after the client's own retries, until it is given up. */
const MAX_MISSES = 5;

/** Where results come from. */
export interface ResultFetcher {
  /** Brings the result of a completed task here, to be read later. */
  fetch(taskId: string, signal?: AbortSignal): Promise<unknown>;
}

export interface PollerParts {
  readonly board: TaskBoard;
  readonly tasks: TasksClient;
  readonly source: ResultFetcher;
  readonly limiter: Limiter;
  /** Longest pause between two rounds, milliseconds. */
  readonly pollInterval: number;
  readonly signal: AbortSignal;
}

/**
 * Watches the tasks of a batch until all have ended, and brings their results into the cache. It keeps the process
 * alive only while it is held; a failing status or download becomes the task's error, never the poller's.
 */
export class BackgroundPoller {
  readonly #parts: PollerParts;
  readonly #timer = new HeldTimer();
  readonly #misses = new Map<TaskRecord, number>();
  readonly #downloading = new Set<TaskRecord>();
  #cursor = 0;
  #isRunning = false;

  constructor(parts: PollerParts) {
    this.#parts = parts;
    parts.signal.addEventListener("abort", () => this.#timer.wake(), { once: true });
  }

  /** Keeps the process alive while the batch works, until the returned function is called. */
  hold(): () => void {
    return this.#timer.hold();
  }

  /** Ends when all tasks have, or the signal aborts; at once where it runs already. */
  async run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      await this.#watch();
    } finally {
      this.#isRunning = false;
    }
  }

  async #watch(): Promise<void> {
    const { board, signal, pollInterval } = this.#parts;
    const pause = new AdaptivePause(pollInterval);
    let progress = this.#progress();
    while (!board.isComplete && !signal.aborted) {
      await this.#timer.pause(pause.next());
      await Promise.all(this.#pick().map((record) => this.#parts.limiter.run(() => this.#look(record))));
      const now = this.#progress();
      if (now !== progress) pause.reset();
      progress = now;
    }
  }

  /** A number that grows whenever a task is accepted or ends. */
  #progress(): number {
    const { board } = this.#parts;
    return board.endings.length + board.records.filter((record) => record.taskId !== null).length;
  }

  #pick(): readonly TaskRecord[] {
    const open = this.#parts.board.records.filter(
      (record) => record.taskId !== null && isOpen(record) && !this.#downloading.has(record),
    );
    if (open.length <= ROUND) return open;
    const oldest = open.slice(0, ROUND - ROUND_ROBIN);
    const others = open.slice(ROUND - ROUND_ROBIN);
    const turn = Array.from(
      { length: ROUND_ROBIN },
      (_, step) => others[(this.#cursor + step) % others.length],
    );
    this.#cursor = (this.#cursor + ROUND_ROBIN) % others.length;
    return [...oldest, ...new Set(turn.filter((record) => record !== undefined))];
  }

  async #look(record: TaskRecord): Promise<void> {
    const { board, tasks, signal } = this.#parts;
    const { taskId, attempt } = record;
    if (signal.aborted || taskId === null) return;
    try {
      const task = await tasks.get(taskId, { signal });
      if (!isCurrent(record, attempt)) return;
      this.#misses.delete(record);
      const state = taskState(task);
      if (state === "failed") board.fail(record, taskFailure(task), task);
      else if (state === "completed") this.#download(record, taskId, task);
      else if (state !== record.state || record.metadata === null) board.seen(record, state, task);
    } catch (error) {
      if (!signal.aborted && isCurrent(record, attempt)) this.#missed(record, asError(error));
    }
  }

  /** A gateway that cannot answer for a while is no reason to give up a task that may be running. */
  #missed(record: TaskRecord, error: Error): void {
    const misses = (this.#misses.get(record) ?? 0) + 1;
    this.#misses.set(record, misses);
    const passing =
      error instanceof NetworkError || error instanceof ServerError || error instanceof RateLimitError;
    if (!passing || misses >= MAX_MISSES) this.#parts.board.fail(record, error);
  }

  /** Goes on beside the rounds: a long download must not keep other tasks from being seen. */
  #download(record: TaskRecord, taskId: string, task: TaskMetadataResponse): void {
    const { board, source, signal } = this.#parts;
    const { attempt } = record;
    this.#downloading.add(record);
    source
      .fetch(taskId, signal)
      .then(
        () => {
          if (isCurrent(record, attempt)) board.complete(record, task);
        },
        (error) => {
          if (!signal.aborted && isCurrent(record, attempt)) board.fail(record, asError(error), task);
        },
      )
      .finally(() => {
        this.#downloading.delete(record);
        this.#timer.wake();
      });
  }
}
