import { expect } from "vitest";
import {
  after,
  answer,
  cut,
  hasty,
  html,
  json,
  redirect,
  resetAfterReading,
  retryAfter,
  retryAfterDate,
  wire,
} from "./behaviours.ts";
import { fails, succeeds, task } from "./calls.ts";
import { mayHaveBegun, ok, type Row, text } from "./row.ts";

export const statuses: readonly Row[] = [
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

export const retryAfters: readonly Row[] = [
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

export const headers: readonly Row[] = [
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

export const redirects: readonly Row[] = [
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
