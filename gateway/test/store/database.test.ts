import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openEmbedded, openPostgres, runSql } from "../../src/store/database.ts";
import { ensureUser } from "../../src/store/users.ts";
import { resultsInDatabase } from "../../src/tasks/results.ts";
import { openTasks } from "../../src/tasks/tasks.ts";
import { databases, type Place } from "../gateway/support.ts";

const open = ({ dataDir, databaseUrl }: Place): Promise<Database> =>
  databaseUrl === undefined ? openEmbedded(join(dataDir, "db")) : openPostgres(databaseUrl);

describe.each(databases)("the database on $name", ({ prepare }) => {
  let place: Place;
  let database: Database;

  beforeAll(async () => {
    place = await prepare();
    database = await open(place);
  }, 120_000);
  afterAll(async () => {
    await database.close();
    await place.remove();
  });

  const names = async () => {
    const rows = await database.queries.selectFrom("users").select("name").orderBy("name").execute();
    return rows.map((row) => row.name);
  };

  it("runs text of others, several statements too", async () => {
    expect((await runSql(database.queries, "select 1 as a; select 2 as a")).rows).toBeInstanceOf(Array);
    expect((await runSql(database.queries, "select $1::int as a", [3])).rows).toEqual([{ a: 3 }]);
  });

  it("does not keep a transaction open that such text has begun and not ended", async () => {
    await expect(runSql(database.queries, "begin; select 1 / 0; commit")).rejects.toThrow(/zero/);
    await ensureUser(database.queries, "after");
    await database.close();
    database = await open(place);
    expect(await names()).toContain("after");
  });

  it("keeps transactions apart from what runs beside them", async () => {
    const { queries } = database;
    const failing = queries.transaction().execute(async (transaction) => {
      await ensureUser(transaction, "inside");
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error("undo");
    });
    const beside = Promise.all(["x", "y", "z"].map((name) => ensureUser(queries, name)));
    await expect(failing).rejects.toThrow("undo");
    await beside;
    expect(await names()).toEqual(expect.arrayContaining(["x", "y", "z"]));
    expect(await names()).not.toContain("inside");
  });

  it("has one user of a name, however many make it at once", async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => ensureUser(database.queries, "one")));
    expect(new Set(ids).size).toBe(1);
  });
});

describe.skipIf(databases.length === 1)("a new PostgreSQL database", () => {
  it("gets its schema once when many start at once", async () => {
    const place = await databases[1]!.prepare();
    const errors: Error[] = [];
    const started = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const database = await open(place);
        const results = resultsInDatabase(database.queries);
        const tasks = await openTasks({ database, results, onError: (error) => errors.push(error) });
        return { database, tasks };
      }),
    );
    for (const { database, tasks } of started) {
      await tasks.close();
      await database.close();
    }
    await place.remove();
    expect(errors).toEqual([]);
  }, 60_000);
});
