import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IterateOptions, TradePoseClient } from "../../src/core/index.ts";
import { iterate } from "../../src/core/iterate.ts";
import { json, type Running, serve } from "./server.ts";

const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id, symbol: `S${id}` }));

/** Lists of a number of rows, with the largest page that the server gives. */
function lists(count: number, largest = 1_000): Promise<Running> {
  const all = rows(count);
  return serve((response, _, url) => {
    const asked = Number(url.searchParams.get("limit"));
    const limit = Math.min(asked, largest);
    const offset = Number(url.searchParams.get("offset"));
    const page = all.slice(offset, offset + limit);
    const common = { count: page.length, limit, offset };
    if (url.pathname.endsWith("/instruments")) {
      json(response, { ...common, instruments: page, total: count });
    } else {
      json(response, { ...common, trades: page });
    }
  });
}

async function collect<T>(source: AsyncGenerator<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

describe("iterate", () => {
  it("gives every row once and in order, with no request more than needed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        async (count, pageSize, largest, tellsTotal) => {
          const all = rows(count);
          let requests = 0;
          const given = iterate(
            async ({ limit, offset }) => {
              requests++;
              const used = Math.min(limit, largest);
              const page = { limit: used, rows: all.slice(offset, offset + used) };
              return tellsTotal ? { ...page, total: count } : page;
            },
            (page) => page.rows,
            { pageSize },
          );
          expect(await collect(given)).toEqual(all);
          const used = Math.min(pageSize, largest);
          expect(requests).toBe(
            tellsTotal ? Math.max(1, Math.ceil(count / used)) : Math.floor(count / used) + 1,
          );
        },
      ),
    );
  });

  it.each([0, -1, 1.5, 1_001, Number.NaN])("refuses a page size of %s", async (pageSize) => {
    const { client, log } = await lists(1);
    await expect(collect(client.trades.iterate({}, { pageSize }))).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      message: expect.stringContaining("pageSize must be a whole number from 1 to 1000"),
    });
    expect(log).toEqual([]);
  });
});

type Rows = AsyncGenerator<{ readonly id: number | string }>;

/** Every list that has pages. */
const paged: readonly [string, string, (client: TradePoseClient, options?: IterateOptions) => Rows][] = [
  ["instruments", "/api/v1/instruments", (client, options) => client.instruments.iterate({}, options)],
  ["trades", "/api/v1/trades", (client, options) => client.trades.iterate({}, options)],
];

describe.each(paged)("%s.iterate", (_, path, all) => {
  it("goes through all pages, in the order of the list", async () => {
    const { client, log } = await lists(25);
    const ids = (await collect(all(client, { pageSize: 10 }))).map(({ id }) => id);
    expect(ids).toEqual(rows(25).map(({ id }) => id));
    expect(log).toEqual([0, 10, 20].map((offset) => `GET ${path}?limit=10&offset=${offset}`));
  });

  it("asks for a page only when it is needed", async () => {
    const { client, log } = await lists(25);
    for await (const { id } of all(client, { pageSize: 10 })) if (Number(id) === 9) break;
    expect(log).toHaveLength(1);
  });

  it("ends when the signal does, between rows and during a request", async () => {
    const { client, log } = await lists(25);
    const controller = new AbortController();
    const seen: unknown[] = [];
    const going = (async () => {
      for await (const { id } of all(client, { pageSize: 10, signal: controller.signal })) {
        seen.push(id);
        if (seen.length === 3) controller.abort(new Error("enough"));
      }
    })();
    await expect(going).rejects.toThrow("enough");
    expect([seen.length, log.length]).toEqual([3, 1]);

    const silent = await serve(() => {});
    const other = new AbortController();
    setTimeout(() => other.abort(new Error("enough")), 50);
    await expect(collect(all(silent.client, { signal: other.signal }))).rejects.toThrow("enough");
  });

  it("throws what the list throws", async () => {
    const { client } = await serve((response) => json(response, { detail: "no" }, 403));
    await expect(collect(all(client))).rejects.toMatchObject({ code: "AUTHORIZATION" });
  });
});

it("filters go along with every page", async () => {
  const { client, log } = await lists(3);
  await collect(client.instruments.iterate({ symbol: "ES" }, { pageSize: 2 }));
  await collect(client.trades.iterate({ strategy_name: "sma", has_exit_signal: true }, { pageSize: 2 }));
  expect(log).toEqual([
    "GET /api/v1/instruments?symbol=ES&limit=2&offset=0",
    "GET /api/v1/instruments?symbol=ES&limit=2&offset=2",
    "GET /api/v1/trades?strategy_name=sma&has_exit_signal=true&limit=2&offset=0",
    "GET /api/v1/trades?strategy_name=sma&has_exit_signal=true&limit=2&offset=2",
  ]);
});
