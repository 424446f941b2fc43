import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { GatewayError } from "./errors.ts";
import { currentProcess, isRunning, type ProcessIdentity } from "./process-identity.ts";

const lockName = "gateway.lock";
/** The holder touches the file this often ... */
const heartbeatMs = 5_000;
/** ... and a holder on another host, whose process cannot be seen from here, is taken for dead after this silence. */
const silenceMs = 60_000;
const momentMs = 10;

interface LockContent extends ProcessIdentity {
  /** Tells two openers in one process apart. */
  readonly token: string;
  readonly since: string;
}

/** The right to use a data folder; one process at a time. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the lock of a data folder, made if need be. A lock left by a process that is gone is taken over; a lock file
 * appears complete or not at all.
 *
 * @throws GatewayError `GATEWAY_DATA_LOCKED` naming the holder; `GATEWAY_DATA_DIR` when the folder cannot be used.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(resolve(folder), lockName);
  const content: LockContent = { ...currentProcess(), token: randomUUID(), since: new Date().toISOString() };
  const candidate = `${path}.${content.token}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(candidate, JSON.stringify(content), { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw new GatewayError(
      "GATEWAY_DATA_DIR",
      `The data folder ${folder} cannot be used: ${(error as Error).message}. Name a folder that this user may write to.`,
      { cause: error },
    );
  }
  try {
    await acquire(path, candidate, folder);
  } finally {
    await rm(candidate, { force: true });
  }
  return hold(path, content.token);
}

async function acquire(path: string, candidate: string, folder: string): Promise<void> {
  for (;;) {
    if (await linked(candidate, path)) return;
    const holder = await read(path);
    if (holder === undefined) continue;
    if (await isAlive(holder, path, candidate)) throw held(folder, path, holder);
    if (await succeed(path, holder, candidate)) return;
    // Another opener is about to take over; its lock will be there in a moment.
    await setTimeout(momentMs);
  }
}

/** A hard link fails when the name is taken and shows the whole content at once. */
async function linked(candidate: string, path: string): Promise<boolean> {
  try {
    await link(candidate, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Puts the candidate in the place of a dead holder. Every holder has one successor, the first to take the name made of
 * its token; only the successor may replace it, so of many openers that find it dead one gets through. A successor that
 * died before it was done is succeeded in the same way. False when this opener was not the one.
 */
async function succeed(path: string, dead: LockContent, candidate: string): Promise<boolean> {
  const right = `${candidate.slice(0, candidate.lastIndexOf("."))}.after-${dead.token}`;
  if (!(await linked(candidate, right))) {
    const other = await read(right);
    if (other === undefined || (await isAlive(other, right, candidate))) return false;
    if (!(await succeed(right, other, candidate))) return false;
  }
  if ((await read(path))?.token !== dead.token) {
    await rm(right, { force: true });
    return false;
  }
  await rename(right, path);
  return true;
}

async function isAlive(holder: LockContent, path: string, candidate: string): Promise<boolean> {
  if (holder.host === currentProcess().host) return isRunning(holder);
  // Both times are of the folder's own file system, so the hosts' clocks need not agree.
  const [lock, mine] = await Promise.all([modified(path), modified(candidate)]);
  return mine - lock < silenceMs;
}

function hold(path: string, token: string): FolderLock {
  const heartbeat = setInterval(() => {
    const now = new Date();
    // A folder that is gone has no lock to keep alive; the next use of the database reports it.
    utimes(path, now, now).catch(() => {});
  }, heartbeatMs);
  heartbeat.unref();
  return {
    async release() {
      clearInterval(heartbeat);
      if ((await read(path))?.token === token) await rm(path, { force: true });
    },
  };
}

async function read(path: string): Promise<LockContent | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as LockContent;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new GatewayError(
      "GATEWAY_DATA_DIR",
      `The lock file ${path} cannot be read: ${(error as Error).message}. If no gateway uses the folder, delete the file.`,
      { cause: error },
    );
  }
}

/** Milliseconds; a file that has just gone was alive a moment ago. */
async function modified(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return Number.POSITIVE_INFINITY;
    throw error;
  }
}

function held(folder: string, path: string, holder: LockContent): GatewayError {
  const here = holder.host === currentProcess().host;
  return new GatewayError(
    "GATEWAY_DATA_LOCKED",
    `The data folder ${folder} is in use by process ${holder.pid} on ${holder.host} since ${holder.since}. ` +
      `Stop that process or name another data folder.${here ? "" : ` If that host is gone, delete ${path}.`}`,
  );
}
