import { checkParquet } from "../core/binary-check.ts";
import { readFrame } from "../core/frames.ts";
import type { DataFrame } from "../core/polars.ts";
import type { FrameSchema } from "../generated/frames.ts";
import type { ResultCache, ResultKind } from "./cache.ts";
import type { ResultFetcher } from "./poller.ts";

/** Results of one kind of export. */
export interface ExportSource<Result> extends ResultFetcher {
  /** The result of a completed task. */
  read(taskId: string): Promise<Result>;
}

type Download<Result> = (taskId: string, signal: AbortSignal | undefined) => Promise<Result>;

/** Results that are a Parquet file: kept in the cache as bytes, made a frame when asked for. */
export class FrameSource implements ExportSource<DataFrame> {
  readonly #kind: ResultKind;
  readonly #schema: FrameSchema;
  readonly #cache: ResultCache;
  readonly #download: Download<Uint8Array>;

  constructor(kind: ResultKind, schema: FrameSchema, cache: ResultCache, download: Download<Uint8Array>) {
    this.#kind = kind;
    this.#schema = schema;
    this.#cache = cache;
    this.#download = download;
  }

  async fetch(taskId: string, signal?: AbortSignal): Promise<Uint8Array> {
    const cached = await this.#cache.get(taskId, this.#kind);
    if (cached !== undefined) return cached;
    const bytes = await this.#download(taskId, signal);
    checkParquet(bytes, this.#name(taskId));
    await this.#cache.put(taskId, this.#kind, bytes);
    return bytes;
  }

  async read(taskId: string): Promise<DataFrame> {
    return readFrame(await this.fetch(taskId), this.#schema, this.#name(taskId));
  }

  #name(taskId: string): string {
    return `${this.#kind}.parquet of task ${taskId}`;
  }
}

/** Results that are small values: kept in memory. */
export class ValueSource<Result> implements ExportSource<Result> {
  readonly #values = new Map<string, Result>();
  readonly #download: Download<Result>;

  constructor(download: Download<Result>) {
    this.#download = download;
  }

  async fetch(taskId: string, signal?: AbortSignal): Promise<Result> {
    const value = this.#values.get(taskId) ?? (await this.#download(taskId, signal));
    this.#values.set(taskId, value);
    return value;
  }

  read(taskId: string): Promise<Result> {
    return this.fetch(taskId);
  }
}
