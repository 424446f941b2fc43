import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { RequestCounter } from "../../src/http/request-counter.ts";
import { type Database, openEmbedded } from "../../src/store/database.ts";
import { countRequests, listDays } from "../../src/store/usage.ts";
import { ensureUser } from "../../src/store/users.ts";
import { temporaryDataDir } from "../gateway/support.ts";

let folder: Awaited<ReturnType<typeof temporaryDataDir>>;
let database: Database;
beforeAll(async () => {
  folder = await temporaryDataDir();
  database = await openEmbedded(join(folder.path, "db"));
}, 120_000);
afterAll(async () => {
  await database.close();
  await folder.remove();
});

const counterWith = (errors: Error[] = []) => new RequestCounter(database, (error) => errors.push(error));
const beginning = new Date(0);

it("counts by day in UTC and by ticks of ten seconds", async () => {
  const user = await ensureUser(database.queries, "spans");
  const counter = counterWith();
  const moments = ["2024-07-01T23:59:49.999Z", "2024-07-01T23:59:50.000Z", "2024-07-02T00:00:00.000Z"];
  for (const moment of moments) counter.count(user, Date.parse(moment));
  await counter.close();
  const days = await listDays(database.queries, user, beginning, new Date());
  expect(days.map(({ start, requests }) => [start.toISOString(), requests])).toEqual([
    ["2024-07-01T00:00:00.000Z", 2],
    ["2024-07-02T00:00:00.000Z", 1],
  ]);
});

it("drops ticks that no window reaches, and keeps days", async () => {
  const user = await ensureUser(database.queries, "old");
  const counter = counterWith();
  const now = Date.now();
  for (const ago of [0, 23, 48]) counter.count(user, now - ago * 3_600_000);
  await counter.close();
  expect(await countRequests(database.queries, user, "tick", beginning)).toBe(2);
  expect(await countRequests(database.queries, user, "day", beginning)).toBe(3);
});

it("keeps what could not be written for the next time", async () => {
  const user = await ensureUser(database.queries, "patient");
  const errors: Error[] = [];
  const counter = counterWith(errors);
  counter.count(user);
  const rename = (from: string, to: string) =>
    sql`alter table ${sql.table(`tradepose.${from}`)} rename to ${sql.ref(to)}`.execute(database.queries);
  await rename("request_counts", "away");
  await counter.flush();
  expect(errors).toHaveLength(1);
  counter.count(user);
  await rename("away", "request_counts");
  await counter.flush();
  await counter.close();
  expect(errors).toHaveLength(1);
  expect(await countRequests(database.queries, user, "day", beginning)).toBe(2);
});

it("adds up what several processes count at once", async () => {
  const user = await ensureUser(database.queries, "many");
  const counters = Array.from({ length: 5 }, () => counterWith());
  for (let round = 0; round < 20; round += 1) for (const counter of counters) counter.count(user);
  await Promise.all(counters.map((counter) => counter.close()));
  expect(await countRequests(database.queries, user, "day", beginning)).toBe(100);
});
