import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** What tells one run of a process from every other one on this host. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** Start of the process in clock ticks since boot, where the system tells it (Linux); process ids are reused. */
  readonly started: string | null;
}

export function currentProcess(): ProcessIdentity {
  return { host: hostname(), pid: process.pid, started: startTicks(process.pid) };
}

/** Whether a process of this host still runs; only meaningful when `identity.host` is this host. */
export function isRunning(identity: ProcessIdentity): boolean {
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    // EPERM: it runs and belongs to someone else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  const started = startTicks(identity.pid);
  return started === null || identity.started === null || started === identity.started;
}

/** Field 22 of /proc/PID/stat; the command name before it may itself hold spaces and brackets. */
function startTicks(pid: number): string | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return null;
  }
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}
