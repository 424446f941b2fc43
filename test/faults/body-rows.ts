import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import {
  archive,
  archiveOfText,
  archiveWithoutTrades,
  archiveWithPaths,
  crowdedArchive,
  declaredBomb,
  flippedArchive,
  lyingBomb,
  parquetFile,
} from "./archives.ts";
import {
  answer,
  cut,
  cutChunked,
  endlessBody,
  html,
  json,
  packed,
  resetAfterReading,
  stalled,
  stalledBody,
} from "./behaviours.ts";
import { fails, succeeds, task } from "./calls.ts";
import { mayHaveBegun, ok, type Row, soon, text } from "./row.ts";

export const bodies: readonly Row[] = [
  {
    name: "JSON that is larger than is allowed",
    script: [answer(200, JSON.stringify({ ...task, worker_id: "x".repeat(2_000) }))],
    client: { maxResponseSize: 2_000 },
    get: fails(1, "RESPONSE_TOO_LARGE", {
      status: 200,
      message: expect.stringMatching(/more than 2000 bytes.*maxResponseSize/),
    }),
    keyed: fails(1, "RESPONSE_TOO_LARGE"),
  },
  {
    name: "JSON without end",
    script: [endlessBody(" ".repeat(2 ** 16), 0)],
    client: { maxResponseSize: 3_000_000 },
    get: fails(1, "RESPONSE_TOO_LARGE"),
    post: fails(1, "RESPONSE_TOO_LARGE"),
    keyed: fails(1, "RESPONSE_TOO_LARGE"),
  },
  {
    name: "a file without end",
    script: [endlessBody("x".repeat(2 ** 16), 0)],
    client: { maxDownloadSize: 3_000_000 },
    download: fails(1, "RESPONSE_TOO_LARGE", { message: expect.stringContaining("maxDownloadSize") }),
    save: fails(1, "RESPONSE_TOO_LARGE"),
  },
  {
    name: "an error without end, of which a part is enough",
    script: [endlessBody("x".repeat(2 ** 16), 0, 404)],
    get: fails(1, "NOT_FOUND", { status: 404, body: `${"x".repeat(2_000)}...` }),
    post: fails(1, "NOT_FOUND"),
    download: fails(1, "NOT_FOUND"),
    save: fails(1, "NOT_FOUND"),
  },
  { name: "JSON cut by the connection", script: [cut(text), ok], ...mayHaveBegun },
  { name: "JSON cut by the connection in a chunk", script: [cutChunked(text), ok], ...mayHaveBegun },
  {
    name: "JSON that ends too early in a whole body",
    script: [answer(200, text.slice(0, 30), { "content-type": "application/json" })],
    get: fails(1, "INVALID_RESPONSE", { status: 200, body: text.slice(0, 30) }),
    post: fails(1, "INVALID_RESPONSE"),
    keyed: fails(1, "INVALID_RESPONSE"),
  },
  {
    name: "200 with bytes that are no text",
    script: [answer(200, Uint8Array.from([0xff, 0xfe, 0, 1]), { "content-type": "application/json" })],
    get: fails(1, "INVALID_RESPONSE"),
    post: fails(1, "INVALID_RESPONSE"),
  },
  {
    name: "200 with an HTML page",
    script: [html(200, "<html><title>Log in</title></html>")],
    get: fails(1, "INVALID_RESPONSE", { message: expect.stringContaining("text/html") }),
    post: fails(1, "INVALID_RESPONSE"),
    download: fails(1, "SERIALIZATION"),
    save: fails(1, "SERIALIZATION"),
    frames: fails(1, "SERIALIZATION"),
  },
  {
    name: "200 with nothing",
    script: [answer(200, "")],
    get: fails(1, "INVALID_RESPONSE"),
    post: fails(1, "INVALID_RESPONSE"),
    download: fails(1, "SERIALIZATION"),
    frames: fails(1, "SERIALIZATION"),
  },
  {
    name: "200 with JSON of another shape, which is handed on",
    script: [json(200, { ...task, status: 77, added: true })],
    get: succeeds(1, { status: 77, added: true }),
  },
  {
    name: "204 where JSON was promised",
    script: [answer(204, "")],
    get: succeeds(1, {}),
    post: succeeds(1, {}),
  },
  {
    name: "gzip that is none",
    script: [answer(200, "plain", { "content-encoding": "gzip", "content-type": "application/json" })],
    get: fails(1, "INVALID_RESPONSE", { status: 200, message: expect.stringContaining("gzip") }),
    download: fails(1, "INVALID_RESPONSE"),
    save: fails(1, "INVALID_RESPONSE"),
  },
  { name: "gzip", script: [packed(gzipSync(text))], get: succeeds(1, task) },
  {
    name: "gzip of a file, which nobody asked for",
    script: [packed(gzipSync(parquetFile))],
    download: succeeds(1, parquetFile),
    save: succeeds(1, { bytes: parquetFile }),
  },
  {
    name: "gzip that ends too early in a whole body",
    script: [packed(gzipSync(text).subarray(0, -9))],
    get: fails(1, "INVALID_RESPONSE"),
    keyed: fails(1, "INVALID_RESPONSE"),
  },
  {
    name: "gzip cut by the connection",
    script: [cut(gzipSync(text), 60, { "content-encoding": "gzip" }), packed(gzipSync(text))],
    ...mayHaveBegun,
    download: fails(2, "SERIALIZATION"),
  },
  {
    name: "gzip that stalls",
    script: [stalled(gzipSync(text).subarray(0, 60)), packed(gzipSync(text))],
    ...soon,
    get: succeeds(2, task),
    keyed: succeeds(2),
  },
  {
    name: "a bomb of gzip",
    script: [packed(gzipSync(" ".repeat(100_000_000)))],
    get: fails(1, "RESPONSE_TOO_LARGE", { message: expect.stringContaining("67108864") }),
    post: fails(1, "RESPONSE_TOO_LARGE"),
  },
  {
    name: "a bomb of gzip as a file",
    script: [packed(gzipSync(Buffer.alloc(10_000_000)))],
    client: { maxDownloadSize: 1_000_000 },
    download: fails(1, "RESPONSE_TOO_LARGE"),
    save: fails(1, "RESPONSE_TOO_LARGE"),
  },
  {
    name: "a bomb of gzip as an error, of which a part is enough",
    script: [packed(gzipSync(" ".repeat(100_000_000)), 404)],
    get: fails(1, "NOT_FOUND"),
  },
  {
    name: "an error in gzip that is none",
    script: [packed(text, 404)],
    get: fails(1, "NOT_FOUND", { body: "" }),
  },
];

export const results: readonly Row[] = [
  {
    name: "a Parquet file cut by the connection",
    script: [cut(parquetFile), answer(200, parquetFile)],
    download: succeeds(2, parquetFile),
    save: succeeds(2, { bytes: parquetFile }),
  },
  {
    name: "a Parquet file cut by the connection, again and again",
    script: [cut(parquetFile)],
    download: fails(4, "NETWORK", { status: 200 }),
    save: fails(4, "NETWORK", { status: 200 }),
  },
  {
    name: "a Parquet file that stalls",
    script: [stalledBody],
    options: { timeout: 100, maxRetries: 1 },
    save: fails(2, "TIMEOUT"),
  },
  {
    name: "a Parquet file that lacks its end",
    script: [answer(200, parquetFile.slice(0, -100))],
    download: fails(1, "SERIALIZATION"),
    save: fails(1, "SERIALIZATION"),
  },
  {
    name: "an archive cut by the connection",
    script: [cut(archive), ok],
    frames: succeeds(2, { trades: 2, performance: 1 }),
  },
  {
    name: "an archive that lacks its end",
    script: [answer(200, archive.slice(0, -100))],
    frames: fails(1, "SERIALIZATION"),
  },
  {
    name: "an archive with a bit turned",
    script: [answer(200, flippedArchive)],
    frames: fails(1, "SERIALIZATION"),
  },
  {
    name: "an archive without trades",
    script: [answer(200, archiveWithoutTrades)],
    frames: fails(1, "SERIALIZATION"),
  },
  { name: "an archive of text", script: [answer(200, archiveOfText)], frames: fails(1, "SERIALIZATION") },
  { name: "a bomb that says so", script: [answer(200, declaredBomb)], frames: fails(1, "SERIALIZATION") },
  { name: "a bomb that lies", script: [answer(200, lyingBomb)], frames: fails(1, "SERIALIZATION") },
  {
    name: "an archive of 20,000 members",
    script: [answer(200, crowdedArchive)],
    frames: fails(1, "SERIALIZATION"),
  },
  {
    name: "an archive with paths that lead elsewhere",
    script: [answer(200, archiveWithPaths)],
    frames: succeeds(1, { trades: 2, performance: 1 }),
  },
  {
    name: "an archive that is slow for a while and broken once",
    script: [stalledBody, resetAfterReading, ok],
    client: { downloadTimeout: 1_000 },
    frames: succeeds(3, { trades: 2, performance: 1 }),
  },
];
