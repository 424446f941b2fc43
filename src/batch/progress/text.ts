import type { BatchProgress } from "./snapshot.ts";

/** `42/60 tasks, 1 failed, 35/s, 1 s left`; when all have ended `60/60 tasks, 1 failed, in 1.8 s`. */
export function describeProgress(progress: BatchProgress): string {
  const { total, completed, failed, elapsed, rate, remaining } = progress;
  const ended = completed + failed;
  return [
    `${ended}/${total} tasks`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(ended === total ? [`in ${duration(elapsed)}`] : []),
    ...(ended > 0 && ended < total ? [`${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`] : []),
    ...(remaining !== null && ended < total ? [`${duration(remaining)} left`] : []),
  ].join(", ");
}

/** `[######--------------]` */
export function drawBar(fraction: number, width: number): string {
  const full = Math.floor(fraction * width);
  return `[${"#".repeat(full)}${"-".repeat(width - full)}]`;
}

function duration(ms: number): string {
  if (ms < 10_000) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
