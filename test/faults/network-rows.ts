import { constants } from "node:http2";
import { parquetFile } from "./archives.ts";
import {
  after,
  closedAtAccept,
  dribble,
  endlessBody,
  goaway,
  goawayMidStream,
  goawayUnread,
  hangUp,
  json,
  resetAfterReading,
  resetAtAccept,
  resetUnread,
  retryAfter,
  sessionBroken,
  silent,
  silentAtAccept,
  stalledBody,
  streamError,
} from "./behaviours.ts";
import { able, fails, succeeds, task } from "./calls.ts";
import { h2, mayHaveBegun, ok, type Row, soon, text } from "./row.ts";

export const connections: readonly Row[] = [
  { name: "reset before a byte was read", script: [resetAtAccept, ok], get: succeeds(2), keyed: succeeds(2) },
  {
    name: "closed before a byte was read",
    script: [closedAtAccept, ok],
    get: succeeds(2),
    keyed: succeeds(2),
  },
  { name: "reset before the body was read", script: [resetUnread, ok], ...mayHaveBegun },
  {
    name: "reset after the request was read",
    script: [resetAfterReading, ok],
    ...mayHaveBegun,
    save: succeeds(2, { bytes: parquetFile }),
  },
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

/** A POST whose answer got lost, before servers that announce more or less. */
export const announced: readonly Row[] = [
  {
    name: "reset after the request was read, the server knows a repeated POST",
    script: [resetAfterReading, ok],
    otherwise: able("cancel", "idempotency"),
    post: succeeds(2),
  },
  {
    name: "resets without end, the server knows a repeated POST",
    script: [resetAfterReading],
    otherwise: able("idempotency"),
    post: fails(4, "NETWORK"),
  },
  {
    name: "502, the server knows a repeated POST",
    script: [json(502, {}), ok],
    otherwise: able("idempotency"),
    post: succeeds(2),
  },
  {
    name: "reset after the request was read, the server announces other things",
    script: [resetAfterReading, ok],
    otherwise: able("cancel"),
    post: fails(1, "NETWORK"),
  },
  {
    name: "reset after the request was read, the server has no /health",
    script: [resetAfterReading, ok],
    otherwise: json(404, {}),
    post: fails(1, "NETWORK"),
  },
  {
    name: "reset after the request was read, /health breaks too",
    script: [resetAfterReading, ok],
    otherwise: resetAfterReading,
    post: fails(1, "NETWORK"),
  },
];

/** A whole call, however many attempts it has left. */
export const deadlines: readonly Row[] = [
  {
    name: "in the wait between attempts",
    script: [retryAfter(503, "30"), ok],
    options: { deadline: 2_000 },
    get: fails(1, "DEADLINE", { deadline: 2_000, status: null, cause: { status: 503, retryAfter: 30_000 } }),
    post: fails(1, "DEADLINE", { cause: { status: 503 } }),
    save: fails(1, "DEADLINE"),
  },
  {
    name: "while an answer is awaited",
    script: [resetAfterReading, silent],
    options: { deadline: 200 },
    get: fails(2, "DEADLINE", { attempts: 2, cause: { code: "NETWORK" } }),
    keyed: fails(2, "DEADLINE"),
  },
  {
    name: "in a body that stalls",
    script: [stalledBody],
    options: { deadline: 150 },
    get: fails(1, "DEADLINE", { attempts: 1 }),
    post: fails(1, "DEADLINE"),
    download: fails(1, "DEADLINE"),
    save: fails(1, "DEADLINE"),
  },
  {
    name: "in a body that trickles, after an attempt that broke",
    script: [resetAfterReading, endlessBody(" ", 5)],
    options: { deadline: 250 },
    get: fails(2, "DEADLINE", { cause: { code: "NETWORK" } }),
    save: fails(2, "DEADLINE"),
  },
  {
    name: "that is far away",
    script: [resetAfterReading, ok],
    options: { deadline: 60_000 },
    get: succeeds(2, task),
    save: succeeds(2),
  },
];

export const times: readonly Row[] = [
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

export const multiplexed: readonly Row[] = [
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
