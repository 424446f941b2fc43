import { move, transferableSymbol, valueSymbol } from "piscina";
import { executeJob } from "./execute-job.ts";
import type { Job, JobOutcome } from "./job.ts";

/** What a thread of the pool runs: executes a job and hands the result's bytes over without copying them. */
export default function run(job: Job): unknown {
  const outcome = executeJob(job);
  return move({ [transferableSymbol]: buffersOf(outcome), [valueSymbol]: outcome });
}

function buffersOf(outcome: JobOutcome): ArrayBufferLike[] {
  return outcome.kind === "done" ? Object.values(outcome.outcome.files).map(({ buffer }) => buffer) : [];
}
