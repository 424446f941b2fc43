import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NetworkError } from "../../src/errors/index.ts";
import { isRetryable, readRetryAfter, retryDelay } from "../../src/internal/retry-policy.ts";

const now = Date.parse("2024-05-01T12:00:00Z");

describe("readRetryAfter", () => {
  it.each([
    ["0", 0],
    ["1", 1_000],
    ["1.5", 1_500],
    [" 7 ", 7_000],
    ["Wed, 01 May 2024 12:00:30 GMT", 30_000],
    ["Wed, 01 May 2024 11:00:00 GMT", 0],
    ["-1", null],
    ["soon", null],
    ["1, 2", null],
    ["0x10", null],
    ["Infinity", null],
    ["2024-05-01T12:00:30Z", null],
    ["Wednesday, 01-May-24 12:00:30 GMT", 30_000],
    ["Wed May  1 12:00:30 2024", 30_000],
    ["", null],
    [null, null],
  ])("%j is %j ms", (header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected);
  });
});

describe("retryDelay without Retry-After", () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [6, 30_000],
    [10, 30_000],
  ])("is a random share after attempt %i of at most %i ms", (attempt, most) => {
    const delay = (share: number) => retryDelay(new Error("x"), attempt, 60_000, () => share);
    expect(delay(0)).toBe(0);
    expect(delay(0.5)).toBe(most / 2);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (share) => {
        expect(delay(share)).toBeGreaterThanOrEqual(0);
        expect(delay(share)).toBeLessThan(most);
      }),
    );
  });
});

describe("isRetryable for system errors", () => {
  it.each([
    ["ECONNREFUSED", true, true],
    ["ENOTFOUND", true, true],
    ["UND_ERR_CONNECT_TIMEOUT", true, true],
    ["HTTP2_REFUSED_STREAM", true, true],
    ["ERR_HTTP2_GOAWAY_SESSION", true, true],
    ["ERR_HTTP2_STREAM_ERROR", true, false],
    ["ECONNRESET", true, false],
    ["EPIPE", true, false],
    ["UND_ERR_SOCKET", true, false],
    ["CERT_HAS_EXPIRED", false, false],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", false, false],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", false, false],
  ])("%s: GET %s, POST %s", (code, get, post) => {
    const cause = new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
    const error = new NetworkError("no answer", { method: "GET", url: "http://x", attempts: 1, cause });
    expect(isRetryable(error, true)).toBe(get);
    expect(isRetryable(error, false)).toBe(post);
  });

  it("never repeats what is a bug", () => {
    expect(isRetryable(new SyntaxError("bug"), true)).toBe(false);
  });
});
