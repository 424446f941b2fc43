import { describe, expect, it } from "vitest";
import { calendarOf } from "../../../src/engine/calendar/calendar.ts";
import type { Freq } from "../../../src/engine/calendar/freq.ts";
import { zoneOf } from "../../../src/engine/calendar/zone.ts";
import { BarChecker } from "../../../src/market-data/bar-checker.ts";
import { readCsv } from "../../../src/market-data/csv/read-csv.ts";
import { BarFileError, type BarRule } from "../../../src/market-data/errors.ts";
import { fileOf } from "../temp-dir.ts";

interface Settings {
  readonly freq?: Freq;
  readonly timeZone?: string;
  readonly sessionStart?: string;
  readonly negativePrices?: boolean;
}

async function read(content: string | Uint8Array, settings: Settings = {}) {
  const { freq = "1D", timeZone = "UTC", sessionStart = "00:00", negativePrices = false } = settings;
  const calendar = calendarOf(timeZone, sessionStart);
  const checker = new BarChecker(freq, calendar, negativePrices);
  await readCsv(await fileOf(content), { freq, zone: zoneOf(timeZone), calendar }, checker);
  return checker.bars.toBars();
}

async function refusal(content: string | Uint8Array, settings?: Settings): Promise<BarFileError> {
  const error = await read(content, settings)
    .then(() => undefined)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BarFileError);
  return error as BarFileError;
}

/** A file of one bar per time. */
function barsAt(...times: string[]): string {
  return ["time,open,high,low,close", ...times.map((time) => `${time},1,1,1,1`)].join("\n");
}

async function timesOf(times: string[], settings?: Settings): Promise<string[]> {
  const { ts } = await read(barsAt(...times), settings);
  return Array.from(ts, (time) => new Date(time).toISOString().replace(".000Z", "Z"));
}

const HEADER = "date,open,high,low,close,volume";
const ROW = "2024-01-02,10,12,9,11,100";

describe("layout of a file", () => {
  it.each<[string, string | Uint8Array]>([
    ["commas", `${HEADER}\n${ROW}\n`],
    ["semicolons", `${HEADER}\n${ROW}\n`.replaceAll(",", ";")],
    ["tabs", `${HEADER}\n${ROW}\n`.replaceAll(",", "\t")],
    ["no newline at the end", `${HEADER}\n${ROW}`],
    ["CRLF", `${HEADER}\r\n${ROW}\r\n`],
    ["a byte order mark", `\ufeff${HEADER}\n${ROW}\n`],
    ["a byte order mark and quotes", `\ufeff"Date","Open","High","Low","Close","Volume"\n${ROW}\n`],
    ["empty lines", `\n${HEADER}\n\n${ROW}\n\n\n`],
    ["quoted fields", `${HEADER}\n"2024-01-02","10","12","9","11","100"\n`],
    [
      "blanks around fields",
      ` date , open , high , low , close , volume \n 2024-01-02 , 10 ,\t12 , 9 , "11" , 100 \n`,
    ],
    ["names in any case", `DATE,Open,HIGH,low,Close,VOLUME\n${ROW}\n`],
    [
      "another order and other columns",
      `volume,adjclose,close,low,note,high,open,Timestamp\n100,7,11,9,x y,12,10,2024-01-02\n`,
    ],
    ["plus signs, exponents and bare points", `${HEADER}\n2024-01-02,+10.,1.2e1,9.0,11.000000,1e2\n`],
  ])("%s", async (_, content) => {
    const { ts, open, high, low, close, volume } = await read(content);
    expect([...ts, ...open, ...high, ...low, ...close, ...volume]).toEqual([
      Date.UTC(2024, 0, 2),
      10,
      12,
      9,
      11,
      100,
    ]);
  });

  it.each([
    ["without a volume column", "date,open,high,low,close\n2024-01-02,10,12,9,11\n"],
    ["with an empty volume", `${HEADER}\n2024-01-02,10,12,9,11,\n`],
  ])("takes a bar %s as volume 0", async (_, content) => {
    expect((await read(content)).volume).toEqual(Float64Array.of(0));
  });

  it("reads lines that lie across the borders of blocks", async () => {
    const rows = 40_000;
    const line = (row: number): string =>
      `${new Date(Date.UTC(2020, 0, 1) + row * 60_000).toISOString()},${1 + row},${2 + row},${row || 0.5},${1 + row},${row}`;
    const content = [
      "time,open,high,low,close,volume",
      ...Array.from({ length: rows }, (_, row) => line(row)),
    ].join("\n");
    expect(content.length).toBeGreaterThan(1.5 * 2 ** 20);
    const { length, volume, open } = await read(content, { freq: "1min" });
    expect(length).toBe(rows);
    expect(volume).toEqual(Float64Array.from({ length: rows }, (_, row) => row));
    expect(open).toEqual(Float64Array.from({ length: rows }, (_, row) => 1 + row));
  });
});

describe("times", () => {
  it.each<[string, string, string, Settings]>([
    ["a date is the session day", "2024-01-02", "2024-01-02T00:00:00Z", {}],
    ["with slashes", "2024/01/02", "2024-01-02T00:00:00Z", {}],
    ["with points", "2024.01.02", "2024-01-02T00:00:00Z", {}],
    ["of a zone", "2024-01-02", "2024-01-02T05:00:00Z", { timeZone: "America/New_York" }],
    ["of a zone in summer", "2024-07-02", "2024-07-02T04:00:00Z", { timeZone: "America/New_York" }],
    [
      "of an evening session",
      "2024-01-02",
      "2024-01-02T23:00:00Z",
      { timeZone: "America/New_York", sessionStart: "18:00" },
    ],
    [
      "midnight of a daily bar is its date",
      "2024-01-02 00:00:00",
      "2024-01-02T23:00:00Z",
      { timeZone: "America/New_York", sessionStart: "18:00" },
    ],
    [
      "midnight with an offset is an instant",
      "2024-01-02 00:00:00-05:00",
      "2024-01-02T05:00:00Z",
      { timeZone: "Asia/Tokyo" },
    ],
    [
      "local time",
      "2024-01-02 09:30",
      "2024-01-02T14:30:00Z",
      { freq: "1min", timeZone: "America/New_York" },
    ],
    ["with T and seconds", "2024-01-02T09:30:15", "2024-01-02T09:30:15Z", { freq: "1min" }],
    ["with a fraction", "2024-01-02T09:30:15.2509", "2024-01-02T09:30:15.250Z", { freq: "1min" }],
    ["UTC", "2024-01-02T09:30:00Z", "2024-01-02T09:30:00Z", { freq: "1min", timeZone: "Asia/Tokyo" }],
    ["east of UTC", "2024-01-02T09:30:00+05:30", "2024-01-02T04:00:00Z", { freq: "1min" }],
    ["west of UTC", "2024-01-02 09:30:00 -0800", "2024-01-02T17:30:00Z", { freq: "1min" }],
    ["whole hours west", "2024-01-02T09:30-08", "2024-01-02T17:30:00Z", { freq: "1min" }],
    ["seconds since 1970", "1704187800", "2024-01-02T09:30:00Z", { freq: "1min", timeZone: "Asia/Tokyo" }],
    ["milliseconds since 1970", "1704187800123", "2024-01-02T09:30:00.123Z", { freq: "1min" }],
    ["before 1970", "-86400", "1969-12-31T00:00:00Z", {}],
    ["a leap day", "2024-02-29", "2024-02-29T00:00:00Z", {}],
  ])("%s: %s", async (_, text, expected, settings) => {
    expect(await timesOf([text], settings)).toEqual([expected]);
  });

  it("reads the hour that a clock change repeats as two hours", async () => {
    const settings = { freq: "30min", timeZone: "America/New_York" } as const;
    const clock = [
      "2024-11-03 00:30",
      "2024-11-03 01:00",
      "2024-11-03 01:30",
      "2024-11-03 01:00",
      "2024-11-03 01:30",
      "2024-11-03 02:00",
    ];
    expect(await timesOf(clock, settings)).toEqual(
      ["04:30", "05:00", "05:30", "06:00", "06:30", "07:00"].map((time) => `2024-11-03T${time}:00Z`),
    );
  });

  it("stamps session days around a clock change at their own starts", async () => {
    const settings = { timeZone: "Europe/Athens" };
    expect(await timesOf(["2024-03-31", "2024-04-01"], settings)).toEqual([
      "2024-03-30T22:00:00Z",
      "2024-03-31T21:00:00Z",
    ]);
  });
});

describe("rules of the header", () => {
  it.each([
    ["no header", "2024-01-02,10,12,9,11,100\n", "no column holds the time"],
    ["no close", "date,open,high,low\n2024-01-02,10,12,9\n", "no column holds the close"],
    ["two times", "date,time,open,high,low,close\n", "columns 1 (date) and 2 (time) both hold the time"],
  ])("%s", async (_, content, reason) => {
    const error = await refusal(content);
    expect(error).toMatchObject({ code: "INVALID_FILE", line: 1, rule: "header" });
    expect(error.message).toContain(reason);
  });

  it.each([
    ["an empty file", "", "the file is empty"],
    ["only a header", `${HEADER}\n`, "no bar follows the header"],
  ])("%s", async (_, content, reason) => {
    expect(await refusal(content)).toMatchObject({ rule: "empty", message: expect.stringContaining(reason) });
  });
});

describe("rules of a row", () => {
  const good = "2024-01-02,10,12,9,11,100";

  it.each<[string, string, BarRule, string, string]>([
    [
      "a field too few",
      "2024-01-03,10,12,9,11",
      "fields",
      "the line has 5 fields and the header 6",
      "2024-01-03,10,12,9,11",
    ],
    ["a field too many", "2024-01-03,10,12,9,11,1,2", "fields", "7 fields", "2024-01-03,10,12,9,11,1,2"],
    ["an open quote", '2024-01-03,"10,12,9,11,1', "fields", "quoted field", '2024-01-03,"10,12,9,11,1'],
    [
      "text after a quote",
      '2024-01-03,"10"0,12,9,11,1',
      "fields",
      "quoted field",
      '2024-01-03,"10"0,12,9,11,1',
    ],
    ["no time", ",10,12,9,11,1", "time", "not one of 2024-03-28", ""],
    ["day before month", "03/01/2024,10,12,9,11,1", "time", "not one of 2024-03-28", "03/01/2024"],
    ["a day that does not exist", "2023-02-29,10,12,9,11,1", "time", "the date does not exist", "2023-02-29"],
    [
      "an hour that does not exist",
      "2024-01-03 24:00,10,12,9,11,1",
      "time",
      "not one of",
      "2024-01-03 24:00",
    ],
    ["mixed separators", "2024-01/03,10,12,9,11,1", "time", "not one of", "2024-01/03"],
    ["a zone name", "2024-01-03 09:30 EST,10,12,9,11,1", "time", "not one of", "2024-01-03 09:30 EST"],
    ["an empty price", "2024-01-03,10,12,,11,1", "number", "the low is missing", "2024-01-03,10,12,,11,1"],
    ["null for a price", "2024-01-03,10,null,9,11,1", "number", "the high is not a decimal number", "null"],
    ["NaN for a price", "2024-01-03,10,12,9,NaN,1", "number", "the close is not", "NaN"],
    ["an infinite price", "2024-01-03,Infinity,12,9,11,1", "number", "the open is not", "Infinity"],
    ["a price beyond doubles", "2024-01-03,1e999,12,9,11,1", "number", "the open is not", "1e999"],
    ["a hexadecimal price", "2024-01-03,0x10,12,9,11,1", "number", "the open is not", "0x10"],
    ["two points", "2024-01-03,1.0.0,12,9,11,1", "number", "the open is not", "1.0.0"],
    ["thousands", '2024-01-03,"1,000",12,9,11,1', "number", "the open is not", "1,000"],
    ["text for a volume", "2024-01-03,10,12,9,11,many", "number", "the volume is not", "many"],
    [
      "high below low",
      "2024-01-03,10,9,12,11,1",
      "range",
      "the low 12 is above the high 9",
      "2024-01-03,10,9,12,11,1",
    ],
    [
      "open above high",
      "2024-01-03,13,12,9,11,1",
      "range",
      "the open 13 is above the high 12",
      "2024-01-03,13,12,9,11,1",
    ],
    [
      "open below low",
      "2024-01-03,8,12,9,11,1",
      "range",
      "the open 8 is below the low 9",
      "2024-01-03,8,12,9,11,1",
    ],
    [
      "close above high",
      "2024-01-03,10,12,9,12.5,1",
      "range",
      "the close 12.5 is above the high 12",
      "2024-01-03,10,12,9,12.5,1",
    ],
    [
      "close below low",
      "2024-01-03,10,12,9,8,1",
      "range",
      "the close 8 is below the low 9",
      "2024-01-03,10,12,9,8,1",
    ],
    [
      "a price of 0",
      "2024-01-03,10,12,0,11,1",
      "positive",
      "the low 0 is not above 0",
      "2024-01-03,10,12,0,11,1",
    ],
    [
      "a negative price",
      "2024-01-03,-1,1,-2,0,1",
      "positive",
      "the low -2 is not above 0",
      "2024-01-03,-1,1,-2,0,1",
    ],
    [
      "a negative volume",
      "2024-01-03,10,12,9,11,-1",
      "volume",
      "the volume -1 is below 0",
      "2024-01-03,10,12,9,11,-1",
    ],
    [
      "the same day again",
      "2024-01-02,10,12,9,11,1",
      "increasing",
      "2024-01-02T00:00:00.000Z is there twice",
      "2024-01-02,10,12,9,11,1",
    ],
    [
      "a day before",
      "2024-01-01,10,12,9,11,1",
      "increasing",
      "before the one above it, 2024-01-02",
      "2024-01-01,10,12,9,11,1",
    ],
    [
      "two bars on a day",
      "2024-01-02 16:00,10,12,9,11,1",
      "frequency",
      "are finer than 1D",
      "2024-01-02 16:00,10,12,9,11,1",
    ],
  ])("%s", async (_, row, rule, reason, text) => {
    const error = await refusal(`${HEADER}\n${good}\n${row}\n2024-01-04,1,1,1,1,1\n`);
    expect(error).toMatchObject({ code: "INVALID_FILE", line: 3, rule, text });
    expect(error.message).toContain(reason);
    expect(error.message).toContain(`${error.file}:3: `);
  });

  it("allows other prices where the instrument does", async () => {
    const { low } = await read(`${HEADER}\n2020-04-20,17.73,17.85,-40.32,-37.63,1\n`, {
      negativePrices: true,
    });
    expect(low).toEqual(Float64Array.of(-40.32));
  });

  it.each<[string, string[], Settings, number, BarRule, string]>([
    ["a date for an intraday bar", ["2024-01-02"], { freq: "1h" }, 2, "time", "open time of a 1h bar"],
    [
      "a time that the clocks skip",
      ["2024-03-10 01:30", "2024-03-10 02:30"],
      { freq: "30min", timeZone: "America/New_York" },
      3,
      "time",
      "skip this time",
    ],
    [
      "minutes stated as hours",
      ["2024-01-02 09:00", "2024-01-02 09:01"],
      { freq: "1h" },
      3,
      "frequency",
      "are finer than 1h",
    ],
    [
      "days stated as weeks",
      ["2024-01-02", "2024-01-03"],
      { freq: "1W" },
      3,
      "frequency",
      "are finer than 1W",
    ],
    [
      "weeks stated as months",
      ["2024-01-08", "2024-01-15"],
      { freq: "1M" },
      3,
      "frequency",
      "are finer than 1M",
    ],
  ])("%s", async (_, times, settings, line, rule, reason) => {
    const error = await refusal(barsAt(...times), settings);
    expect(error).toMatchObject({ line, rule });
    expect(error.message).toContain(reason);
  });

  it("counts lines across blocks", async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, row) => `${(1_700_000_000 + row * 60).toString()},1,1,1,1,1`,
    );
    rows[50_000] = "1700000000,1,1,1,1,oops";
    const error = await refusal(["ts,open,high,low,close,volume", ...rows].join("\n"), { freq: "1min" });
    expect(error).toMatchObject({ line: 50_002, rule: "number", text: "oops" });
  });

  it("refuses a line without end", async () => {
    expect(await refusal(`${HEADER}\n${"9".repeat(3 * 2 ** 20)}`)).toMatchObject({ rule: "fields", line: 2 });
  });
});
