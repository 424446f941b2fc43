import PgBoss from "pg-boss";
import { type Database, type Queries, runSql } from "../store/database.ts";

const queueName = "export";
/** Twenty-three hours: pg-boss takes less than a day. Dead workers are found by the lease of their tasks, not by this. */
const expireInSeconds = 82_800;

/**
 * The queue proper: which tasks wait, in what order, and who has taken them. A job carries no data; its id is the id of
 * its task. Every call runs in the transaction it is given, so job and task never disagree.
 */
export interface JobQueue {
  add(transaction: Queries, taskIds: readonly string[]): Promise<void>;
  /** Takes up to `limit` jobs, oldest first. */
  take(transaction: Queries, limit: number): Promise<readonly string[]>;
  /** Makes taken jobs available again, at their old place. */
  putBack(transaction: Queries, taskIds: readonly string[]): Promise<void>;
  /** Removes jobs that are done with; the task's row keeps the history. */
  remove(transaction: Queries, taskIds: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts pg-boss on the gateway's own connection.
 *
 * @param onError told of errors of pg-boss's own maintenance, which runs beside the calls
 */
export async function openJobQueue(database: Database, onError: (error: Error) => void): Promise<JobQueue> {
  const boss = new PgBoss({ db: sqlOf(database.queries), schedule: false, retentionDays: 365 });
  boss.on("error", onError);
  await database.alone(async () => {
    await boss.start();
    // How often a task may be tried is counted on its row: a job must never run out of retries on its own.
    await boss.createQueue(queueName, {
      name: queueName,
      retryLimit: 1_000_000,
      retryDelay: 0,
      expireInSeconds,
    });
  });

  return {
    async add(transaction, taskIds) {
      await boss.insert(
        taskIds.map((id) => ({ id, name: queueName })),
        { db: sqlOf(transaction) },
      );
    },
    async take(transaction, limit) {
      // Nothing here is delayed; without this a job is invisible until the database's clock has ticked once more.
      const options = { batchSize: limit, ignoreStartAfter: true, db: sqlOf(transaction) };
      const jobs = await boss.fetch(queueName, options);
      return jobs.map((job) => job.id);
    },
    async putBack(transaction, taskIds) {
      for (const id of taskIds) await boss.fail(queueName, id, {}, { db: sqlOf(transaction) });
    },
    async remove(transaction, taskIds) {
      await boss.deleteJob(queueName, [...taskIds], { db: sqlOf(transaction) });
    },
    close: () => boss.stop({ graceful: false }),
  };
}

function sqlOf(queries: Queries): PgBoss.Db {
  return { executeSql: (text, values) => runSql(queries, text, values) };
}
