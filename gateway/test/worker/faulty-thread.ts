import { setTimeout as sleep } from "node:timers/promises";
import { done, failed, type Job, type JobOutcome } from "../../src/worker/job.ts";

const counts = {
  strategies: 1,
  blueprints: 1,
  indicators: 0,
  triggers: 0,
  inputRows: 0,
  rejectedEntries: 0,
  ambiguousTrades: 0,
};

/** Stands where the engine's thread stands and does what the name of the first strategy says. */
export default async function run({ request }: Job): Promise<JobOutcome> {
  const name = request.strategy_configs[0]?.name ?? "";
  if (name === "die") process.exit(3);
  if (name === "throw") throw new Error("a defect");
  if (name === "refuse") return failed("no such column");
  if (name === "hang") await sleep(60_000);
  return done({ files: { trades: new TextEncoder().encode(name) }, counts });
}
