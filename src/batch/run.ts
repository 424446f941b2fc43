import type { TradePoseClient } from "../core/client.ts";
import { Limiter } from "../core/limiter.ts";
import { TradePoseError } from "../errors/base.ts";
import { TaskCancelledError } from "../errors/task.ts";
import { Capability } from "../generated/enums.ts";
import type { ExportRequest } from "../generated/models.ts";
import { BackgroundPoller, type ResultFetcher } from "./poller.ts";
import type { TaskUnit } from "./request.ts";
import { asError, type SubmissionParts, submitAll } from "./submitter.ts";
import { isOpen, TaskBoard, type TaskRecord } from "./task-board.ts";

/** What a run works on, and with. */
export interface RunParts {
  readonly units: readonly TaskUnit[];
  readonly exportBody: (unit: TaskUnit) => ExportRequest;
  readonly source: ResultFetcher;
  readonly client: TradePoseClient;
  /** Requests of one kind at a time. */
  readonly concurrency: number;
  /** @throws TradePoseError (code `CLOSED`) when no more work may begin. */
  readonly requireOpen: () => void;
  /** Told when work begins, and when none is left. */
  readonly onWork: (run: BatchRun, isWorking: boolean) => void;
}

/** The work behind a batch: submits its tasks and watches them, in the background. */
export class BatchRun {
  readonly board: TaskBoard;
  readonly #client: TradePoseClient;
  readonly #submission: SubmissionParts;
  readonly #poller: BackgroundPoller;
  readonly #requireOpen: RunParts["requireOpen"];
  readonly #onWork: RunParts["onWork"];
  readonly #abort = new AbortController();
  #work: Promise<unknown> = Promise.resolve();
  #working = 0;

  constructor({ units, exportBody, source, client, concurrency, requireOpen, onWork }: RunParts) {
    requireOpen();
    const { signal } = this.#abort;
    const { tasks, export: exports, config } = client;
    const limiter = () => new Limiter(concurrency);
    const board = new TaskBoard(units);
    this.board = board;
    this.#client = client;
    this.#requireOpen = requireOpen;
    this.#onWork = onWork;
    this.#submission = {
      exportBody,
      board,
      export: exports,
      limiter: limiter(),
      signal,
      onStray: (taskId) => void this.#cancelOnGateway([taskId]),
    };
    const { pollInterval } = config;
    this.#poller = new BackgroundPoller({ board, tasks, source, limiter: limiter(), pollInterval, signal });
    this.#start(board.records);
  }

  /** Keeps the process alive while the run works, until the returned function is called. */
  readonly hold = (): (() => void) => this.#poller.hold();

  /** Submits every failed task anew. @returns How many there were. */
  retryFailed(): number {
    const failed = this.board.records.filter(({ state }) => state === "failed");
    if (failed.length === 0) return 0;
    this.#requireOpen();
    for (const record of failed) this.board.reopen(record);
    this.#start(failed);
    return failed.length;
  }

  /** Ends every open task as cancelled, here at once, and then on the gateway where that can be. */
  async cancel(): Promise<void> {
    const open = this.board.records.filter(isOpen);
    const taskIds = open.flatMap(({ taskId }) => taskId ?? []);
    for (const record of open) this.board.fail(record, new TaskCancelledError(record.taskId));
    await this.#cancelOnGateway(taskIds);
  }

  /** Ends all work; tasks that the gateway has accepted go on there. */
  async close(): Promise<void> {
    this.board.close(closedError("The tester was closed before the batch had ended"));
    this.#abort.abort(closedError("The tester was closed"));
    await this.#work;
  }

  #start(records: readonly TaskRecord[]): void {
    this.#working++;
    this.#onWork(this, true);
    this.#work = Promise.all([this.#work, this.#submitAndWatch(records)]);
  }

  async #submitAndWatch(records: readonly TaskRecord[]): Promise<void> {
    try {
      await Promise.all([submitAll(this.#submission, records), this.#poller.run()]);
    } catch (error) {
      // Failures of tasks never come here; what does would otherwise leave waiters without an end.
      this.board.close(asError(error));
    } finally {
      if (--this.#working === 0) this.#onWork(this, false);
    }
  }

  /** Not every gateway can, and a task that cannot be cancelled merely goes on: nothing here is worth an error. */
  async #cancelOnGateway(taskIds: readonly string[]): Promise<void> {
    const { health, tasks } = this.#client;
    const { limiter, signal } = this.#submission;
    if (taskIds.length === 0 || signal.aborted) return;
    try {
      const { capabilities } = await health.get({ signal });
      if (!capabilities?.includes(Capability.TASK_CANCEL)) return;
    } catch {
      return;
    }
    await Promise.allSettled(taskIds.map((id) => limiter.run(() => tasks.cancel(id, { signal }))));
  }
}

export function closedError(message: string): TradePoseError {
  return new TradePoseError(message, { code: "CLOSED" });
}
