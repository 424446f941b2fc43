import { constants } from "node:http2";
import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import type { ClientOptions, RequestOptions } from "../../src/core/index.ts";
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
  after,
  answer,
  closedAtAccept,
  cut,
  cutChunked,
  dribble,
  endlessBody,
  goaway,
  goawayMidStream,
  goawayUnread,
  hangUp,
  hasty,
  html,
  json,
  redirect,
  resetAfterReading,
  resetAtAccept,
  resetUnread,
  retryAfter,
  retryAfterDate,
  sessionBroken,
  silent,
  silentAtAccept,
  stalledBody,
  streamError,
  wire,
} from "./behaviours.ts";
import { type CallName, fails, healthy, type Outcome, succeeds, task } from "./calls.ts";
import type { Protocol, Step } from "./server.ts";

/** A misbehaviour and, for each call that meets it, how often it is sent and how it ends. */
export interface Row extends Readonly<Partial<Record<CallName, Outcome>>> {
  readonly name: string;
  /** Played one step per request, the last again and again. */
  readonly script: readonly Step[];
  /** Default: HTTP/1.1 in the clear and HTTP/2. */
  readonly on?: readonly Protocol[];
  readonly options?: RequestOptions;
  readonly client?: ClientOptions;
}

const ok = healthy;
const h2 = { on: ["h2"] } as const;
const soon = { options: { timeout: 150 } };
const text = JSON.stringify(task);

/** A failure of the network: a POST is sent again only when its caller has named it. */
const mayHaveBegun = {
  get: succeeds(2),
  post: fails(1, "NETWORK"),
  keyed: succeeds(2),
  download: succeeds(2),
};

const connections: readonly Row[] = [
  { name: "reset before a byte was read", script: [resetAtAccept, ok], get: succeeds(2), keyed: succeeds(2) },
  {
    name: "closed before a byte was read",
    script: [closedAtAccept, ok],
    get: succeeds(2),
    keyed: succeeds(2),
  },
  { name: "reset before the body was read", script: [resetUnread, ok], ...mayHaveBegun },
  { name: "reset after the request was read", script: [resetAfterReading, ok], ...mayHaveBegun },
  { name: "ended without an answer", script: [hangUp, ok], ...mayHaveBegun },
  {
    name: "resets without end",
    script: [resetAfterReading],
    get: fails(4, "NETWORK"),
    post: fails(1, "NETWORK"),
    keyed: fails(4, "NETWORK"),
  },
  {
    name: "resets without end, no retries wanted",
    script: [resetAfterReading],
    options: { maxRetries: 0 },
    get: fails(1, "NETWORK"),
    keyed: fails(1, "NETWORK"),
  },
  {
    name: "no TLS handshake",
    on: ["h2", "h1s"],
    script: [silentAtAccept, ok],
    ...soon,
    get: succeeds(2),
    keyed: succeeds(2),
  },
];

const times: readonly Row[] = [
  { name: "headers that are slow", script: [after(60, ok)], get: succeeds(1), post: succeeds(1) },
  {
    name: "headers that are too slow",
    script: [after(400, ok), ok],
    ...soon,
    get: succeeds(2),
    post: fails(1, "TIMEOUT", { timeout: 150 }),
    keyed: succeeds(2),
  },
  {
    name: "no answer, ever",
    script: [silent],
    options: { timeout: 60 },
    get: fails(4, "TIMEOUT"),
    post: fails(1, "TIMEOUT"),
    keyed: fails(4, "TIMEOUT"),
  },
  { name: "a body that dribbles", script: [dribble(text, 10, 5)], get: succeeds(1, task) },
  {
    name: "a body that dribbles for too long",
    script: [dribble(text, 10, 60), ok],
    ...soon,
    get: succeeds(2, task),
  },
  {
    name: "a body that stalls",
    script: [stalledBody, ok],
    ...soon,
    get: succeeds(2),
    post: fails(1, "TIMEOUT"),
    keyed: succeeds(2),
    download: succeeds(2),
  },
  {
    name: "an endless trickle",
    script: [endlessBody(" ", 5), ok],
    ...soon,
    get: succeeds(2),
    post: fails(1, "TIMEOUT"),
    download: succeeds(2),
  },
  {
    name: "an endless flood",
    script: [endlessBody(" ".repeat(2 ** 16), 0), ok],
    ...soon,
    get: succeeds(2),
    download: succeeds(2),
  },
];

const bodies: readonly Row[] = [
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
    get: fails(1, "INVALID_RESPONSE"),
  },
  {
    name: "gzip nobody asked for",
    script: [answer(200, gzipSync(text), { "content-encoding": "gzip", "content-type": "application/json" })],
    get: fails(1, "INVALID_RESPONSE"),
  },
];

const results: readonly Row[] = [
  {
    name: "a Parquet file cut by the connection",
    script: [cut(parquetFile), answer(200, parquetFile)],
    download: succeeds(2, parquetFile),
  },
  {
    name: "a Parquet file that lacks its end",
    script: [answer(200, parquetFile.slice(0, -100))],
    download: fails(1, "SERIALIZATION"),
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

const statuses: readonly Row[] = [
  ...[400, 409, 413].map((status) => ({
    name: `${status}`,
    script: [json(status, { detail: "no" }, { "x-request-id": "r-1" }), ok],
    get: fails(1, "API", { status, requestId: "r-1", body: { detail: "no" } }),
    post: fails(1, "API", { status }),
    keyed: fails(1, "API", { status }),
  })),
  ...(
    [
      [401, "AUTHENTICATION"],
      [403, "AUTHORIZATION"],
      [404, "NOT_FOUND"],
      [422, "VALIDATION"],
      [501, "SERVER"],
    ] as const
  ).map(([status, code]) => ({
    name: `${status}`,
    script: [json(status, { detail: "no" }), ok],
    get: fails(1, code, { status }),
    post: fails(1, code, { status }),
    keyed: fails(1, code, { status }),
    download: fails(1, code, { status }),
  })),
  ...(
    [
      [408, "API"],
      [425, "API"],
      [500, "SERVER"],
      [502, "SERVER"],
      [504, "SERVER"],
    ] as const
  ).map(([status, code]) => ({
    name: `${status} once`,
    script: [json(status, { detail: "again" }), ok],
    get: succeeds(2),
    post: fails(1, code, { status }),
    keyed: succeeds(2),
    download: succeeds(2),
  })),
  ...[429, 503].map((status) => ({
    name: `${status} once`,
    script: [json(status, { detail: "again" }), ok],
    get: succeeds(2),
    post: succeeds(2),
    keyed: succeeds(2),
    download: succeeds(2),
  })),
  {
    name: "a storm of 503 that passes",
    script: [...Array.from({ length: 3 }, () => json(503, {})), ok],
    get: succeeds(4),
    post: succeeds(4),
    keyed: succeeds(4),
  },
  {
    name: "a storm of 503 that stays",
    script: [json(503, {})],
    get: fails(4, "SERVER", { status: 503 }),
    post: fails(4, "SERVER", { status: 503 }),
  },
  {
    name: "a storm in which no two failures are alike",
    script: [resetAfterReading, json(502, {}), cut(text), ok],
    get: succeeds(4, task),
    keyed: succeeds(4),
  },
  {
    name: "an HTML error page",
    script: [html(502, "<html><title>Bad Gateway</title></html>")],
    get: fails(4, "SERVER", { message: expect.stringContaining('"Bad Gateway"') }),
    post: fails(1, "SERVER", { status: 502 }),
  },
  {
    name: "an error with an empty body",
    script: [answer(500, "")],
    get: fails(4, "SERVER", { status: 500, body: "" }),
    post: fails(1, "SERVER", { status: 500 }),
  },
  {
    name: "an error whose body is cut",
    script: [
      async (exchange) => {
        exchange.response.writeHead(404, { "content-length": "100" });
        exchange.response.write("{");
        await after(20, resetAfterReading)(exchange);
      },
    ],
    get: fails(4, "NETWORK"),
    post: fails(1, "NETWORK"),
  },
];

/** Without retries, so that the error shows what was read from the header. */
const read = (header: string, milliseconds: unknown): Row => ({
  name: `429 with Retry-After ${JSON.stringify(header)}`,
  script: [retryAfter(429, header)],
  options: { maxRetries: 0 },
  get: fails(1, "RATE_LIMIT", { retryAfter: milliseconds }),
});

const retryAfters: readonly Row[] = [
  read("7", 7_000),
  read("Sun, 06 Nov 1994 08:49:37 GMT", 0),
  read("Sunday, 06-Nov-94 08:49:37 GMT", 0),
  read("-5", null),
  read("soon", null),
  read("in about 7 minutes", null),
  read("0x10", null),
  read("1e3", null),
  read("", null),
  read("Infinity", null),
  read("wait 7", null),
  {
    name: "429 with a date in an hour",
    script: [retryAfterDate(429, 3_600_000)],
    get: fails(1, "RATE_LIMIT", { retryAfter: expect.closeTo(3_599_000, -4) }),
    keyed: fails(1, "RATE_LIMIT"),
  },
  {
    name: "429 with a date in two seconds",
    script: [retryAfterDate(429, 2_000), ok],
    get: succeeds(2, { elapsed: expect.closeTo(1_500, -3.3) }),
  },
  {
    name: "429 that asks for a second",
    script: [retryAfter(429, "1"), ok],
    get: succeeds(2, { elapsed: expect.closeTo(1_100, -2.6) }),
    post: succeeds(2),
  },
  {
    name: "429 with a date that has passed",
    script: [retryAfter(429, "Sun, 06 Nov 1994 08:49:37 GMT"), ok],
    get: succeeds(2),
    post: succeeds(2),
  },
  {
    name: "429 that asks for more than is waited",
    script: [retryAfter(429, "61"), ok],
    get: fails(1, "RATE_LIMIT", { retryAfter: 61_000 }),
    post: fails(1, "RATE_LIMIT", { retryAfter: 61_000 }),
    keyed: fails(1, "RATE_LIMIT", { retryAfter: 61_000 }),
  },
  {
    name: "503 that asks for a century",
    script: [retryAfter(503, "3153600000"), ok],
    get: fails(1, "SERVER", { retryAfter: 3_153_600_000_000 }),
  },
  {
    name: "429 that asks for 0 seconds without end",
    script: [retryAfter(429, "0")],
    get: fails(4, "RATE_LIMIT", { retryAfter: 0 }),
    post: fails(4, "RATE_LIMIT"),
  },
];

const head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
const duplicated = { "x-request-id": ["one", "two"] };

const headers: readonly Row[] = [
  {
    name: "two request ids",
    script: [json(404, {}, duplicated)],
    get: fails(1, "NOT_FOUND", { requestId: "one, two" }),
  },
  {
    name: "two Retry-After",
    on: ["h1"],
    script: [wire("HTTP/1.1 429 x\r\nRetry-After: 1\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n")],
    options: { maxRetries: 0 },
    get: fails(1, "RATE_LIMIT", { retryAfter: null }),
  },
  {
    name: "two lengths that differ",
    on: ["h1"],
    script: [wire(`${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`), ok],
    ...mayHaveBegun,
  },
  {
    name: "a length beside chunks",
    on: ["h1"],
    script: [wire(`${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`), ok],
    get: succeeds(2),
    post: fails(1, "NETWORK"),
  },
  {
    name: "a chunk whose size is no number",
    on: ["h1"],
    script: [wire(`${head}Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n`), ok],
    get: succeeds(2),
    post: fails(1, "NETWORK"),
  },
  {
    name: "headers of 100 KB",
    on: ["h1"],
    script: [wire(`${head}X-Pad: ${"x".repeat(100_000)}\r\nContent-Length: 2\r\n\r\n{}`), ok],
    get: succeeds(2),
    post: fails(1, "NETWORK"),
  },
  {
    name: "an answer that is not HTTP",
    on: ["h1"],
    script: [wire("SSH-2.0-OpenSSH_9.2\r\n"), ok],
    ...mayHaveBegun,
  },
  {
    name: "early hints before the answer",
    on: ["h1"],
    script: [
      async (exchange) => {
        exchange.response.writeEarlyHints({ link: "</x>; rel=preload" });
        await ok(exchange);
      },
    ],
    get: succeeds(1, task),
  },
  {
    name: "an old server that ends the body by closing, too early",
    on: ["h1"],
    script: [wire(`HTTP/1.0 200 OK\r\n\r\n${text.slice(0, 20)}`)],
    get: fails(1, "INVALID_RESPONSE"),
  },
  {
    name: "more after the end of the answer",
    on: ["h1"],
    script: [wire(`${head}Content-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1`), ok],
    get: succeeds(1, {}),
  },
  {
    name: "an answer before the body was read",
    on: ["h1"],
    script: [hasty(413, { detail: "too large" })],
    post: fails(1, "API", { status: 413 }),
  },
];

const redirects: readonly Row[] = [
  {
    name: "307 to the same origin",
    script: [redirect(307, "/moved"), ok],
    get: succeeds(2, task),
    post: succeeds(2),
  },
  {
    name: "a redirect that goes in a circle",
    script: [redirect(302, "/api/v1/tasks/again")],
    get: fails(6, "REDIRECT", { status: 302, attempts: 1, message: expect.stringContaining("redirects") }),
    post: fails(6, "REDIRECT", { status: 302, attempts: 1 }),
  },
  { name: "a redirect without an address", script: [answer(302, "")], get: fails(1, "API", { status: 302 }) },
  {
    name: "a redirect to an address that is none",
    script: [redirect(302, "http://")],
    get: fails(1, "REDIRECT", { status: 302 }),
  },
  {
    name: "a redirect to a file",
    script: [redirect(302, "file:///etc/passwd")],
    get: fails(1, "REDIRECT", { status: 302, attempts: 1 }),
  },
  {
    name: "a redirect out of TLS",
    on: ["h2", "h1s"],
    script: [redirect(302, "http://127.0.0.1:9/")],
    get: fails(1, "REDIRECT", { attempts: 1, message: expect.stringContaining("https") }),
  },
];

const multiplexed: readonly Row[] = [
  { name: "GOAWAY before the request was looked at", ...h2, script: [goawayUnread, ok], ...mayHaveBegun },
  { name: "GOAWAY in mid-stream", ...h2, script: [goawayMidStream, ok], ...mayHaveBegun },
  {
    name: "GOAWAY for too much of everything",
    ...h2,
    script: [goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM, 0), ok],
    ...mayHaveBegun,
  },
  {
    name: "a stream that is refused",
    ...h2,
    script: [streamError(constants.NGHTTP2_REFUSED_STREAM, { unread: true }), ok],
    get: succeeds(2),
    keyed: succeeds(2),
  },
  {
    name: "a stream that ends with an internal error",
    ...h2,
    script: [streamError(constants.NGHTTP2_INTERNAL_ERROR), ok],
    ...mayHaveBegun,
  },
  { name: "a connection broken under its streams", ...h2, script: [sessionBroken, ok], ...mayHaveBegun },
];

/** Every misbehaviour, by kind. */
export const table: Readonly<Record<string, readonly Row[]>> = {
  connections,
  times,
  bodies,
  results,
  statuses,
  "Retry-After": retryAfters,
  headers,
  redirects,
  "HTTP/2": multiplexed,
};
