import type { BatchProgress } from "./snapshot.ts";
import { describeProgress, drawBar } from "./text.ts";

/** Shows the progress of one batch. */
export type ProgressDisplay = (progress: BatchProgress) => void;

/** A stream such as `process.stderr`. */
export interface ProgressStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const BAR_WIDTH = 24;
const REDRAW_MS = 100;
const LINE_STEP = 0.1;
const LINE_MS = 5_000;
const ERASE_LINE = "\r\u001b[2K";
/** Different reasons of failure that are shown; the results hold all. */
const SHOWN_FAILURES = 5;

/** One line that is drawn over again. */
export function barDisplay(stream: ProgressStream): ProgressDisplay {
  const failures = new FailureLines();
  let drawn = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const lines = failures.take(progress);
    const ended = progress.fraction === 1;
    if (lines.length === 0 && !ended && progress.elapsed - drawn < REDRAW_MS) return;
    drawn = progress.elapsed;
    const text = `${drawBar(progress.fraction, BAR_WIDTH)} ${describeProgress(progress)}`;
    const shown = text.slice(0, (stream.columns ?? 80) - 1);
    stream.write(`${ERASE_LINE}${lines.map((line) => `${line}\n`).join("")}${shown}${ended ? "\n" : ""}`);
  };
}

/** A line for every tenth of the batch, or every 5 seconds: for logs and pipes. */
export function linesDisplay(stream: ProgressStream): ProgressDisplay {
  const failures = new FailureLines();
  let fraction = 0;
  let elapsed = 0;
  return (progress) => {
    for (const line of failures.take(progress)) stream.write(`${line}\n`);
    const ended = progress.fraction === 1;
    if (!ended && progress.fraction - fraction < LINE_STEP && progress.elapsed - elapsed < LINE_MS) return;
    fraction = progress.fraction;
    elapsed = progress.elapsed;
    stream.write(`${describeProgress(progress)}\n`);
  };
}

/** Each reason of failure once. */
class FailureLines {
  #seen = 0;

  take({ failures }: BatchProgress): readonly string[] {
    const fresh = failures.slice(this.#seen, SHOWN_FAILURES);
    this.#seen = Math.max(this.#seen, Math.min(failures.length, SHOWN_FAILURES));
    return fresh.map((reason) => `failed: ${reason}`);
  }
}
