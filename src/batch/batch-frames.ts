import { setImmediate } from "node:timers/promises";
import {
  appendText,
  emptyFrame,
  keepRows,
  readFrame,
  sortByRank,
  stackFrames,
  textColumn,
} from "../core/frames.ts";
import type { DataFrame } from "../core/polars.ts";
import type { ResultFiles } from "../core/result-archive.ts";
import { performanceSchema, tradesSchema } from "../generated/frames.ts";
import { ParameterColumns } from "./parameter-columns.ts";
import type { BacktestRequest } from "./request.ts";
import type { ResultSource } from "./result-source.ts";
import type { TaskRecord } from "./task-board.ts";

const schemas = { trades: tradesSchema, performance: performanceSchema };
const STRATEGY = "strategy_name";
const PERIOD = "period";
/** Frames are native memory, freed only between turns of the event loop. */
const FRAMES_PER_TURN = 16;

/** Makes the frames of a batch out of result files, when they are asked for. */
export class BatchFrames {
  readonly #source: ResultSource;
  /** Strategy names in the order given. */
  readonly #order: ReadonlyMap<string, number>;
  readonly #parameters: ParameterColumns;

  constructor(source: ResultSource, { strategies, family }: BacktestRequest) {
    this.#source = source;
    this.#order = new Map(strategies.map(({ name }, index) => [name, index]));
    this.#parameters = new ParameterColumns(family);
  }

  /** The result of one completed task as it is, or the rows of one of its strategies. */
  async ofTask(record: TaskRecord, kind: keyof ResultFiles, strategy?: string): Promise<DataFrame> {
    const frame = await this.#read(record, kind);
    return strategy === undefined || record.strategies.length === 1
      ? frame
      : keepRows(frame, STRATEGY, strategy);
  }

  /**
   * The results of all completed ones among the records under each other, with the period's key in a column `period`
   * and the parameters of a sweep after it; only the rows of one strategy when it is given. Rows are ordered by strategy, then period, both as submitted, whatever order the tasks ended in.
   */
  async ofTasks(
    records: readonly TaskRecord[],
    kind: keyof ResultFiles,
    strategy?: string,
  ): Promise<DataFrame> {
    const completed = records.filter((record) => record.state === "completed");
    if (completed.length === 0) return this.#withOrigin(await emptyFrame(schemas[kind]), []);
    const frames: DataFrame[] = [];
    for (const record of completed) {
      frames.push(await this.ofTask(record, kind, strategy));
      if (frames.length % FRAMES_PER_TURN === 0) await setImmediate();
    }
    const periods = completed.flatMap((record, index) =>
      new Array<string>(frames[index]?.height ?? 0).fill(record.period.toKey()),
    );
    const frame = await this.#withOrigin(await stackFrames(frames), periods);
    const grouped = strategy === undefined && completed.some((record) => record.strategies.length > 1);
    return grouped ? sortByRank(frame, this.#ranks(frame)) : frame;
  }

  async #withOrigin(frame: DataFrame, periods: readonly string[]): Promise<DataFrame> {
    return this.#parameters.appendTo(await appendText(frame, PERIOD, periods), STRATEGY);
  }

  async #read(record: TaskRecord, kind: keyof ResultFiles): Promise<DataFrame> {
    if (record.taskId === null) throw new TypeError("The task has no id, so no result");
    const bytes = await this.#source.file(record.taskId, kind);
    return readFrame(bytes, schemas[kind], `${kind}.parquet of task ${record.taskId}`);
  }

  /** Tasks come by group of strategies, then period: within a group the strategies have to be taken apart. */
  #ranks(frame: DataFrame): Uint32Array {
    return Uint32Array.from(
      textColumn(frame, STRATEGY),
      (name) => this.#order.get(name ?? "") ?? this.#order.size,
    );
  }
}
