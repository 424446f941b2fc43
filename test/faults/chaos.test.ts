import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { runChaos } from "./chaos-run.ts";

beforeAll(() => {
  // Waits between attempts are a random share of 1, 2, 4 s: here small ones, so that the run is short.
  const { random } = Math;
  vi.spyOn(Math, "random").mockImplementation(() => random() * 0.02);
});

afterAll(() => {
  vi.restoreAllMocks();
});

it.each(["h1", "h2"] as const)(
  "500 calls, one request in five failing, come out exactly once over %s",
  async (protocol) => {
    const report = await runChaos({ protocol, calls: 500, concurrency: 50, seed: 1, share: 0.2 });
    expect(report.problems).toEqual([]);
    const injected = [...report.faults.values()].reduce((sum, count) => sum + count, 0);
    expect(injected / report.requests).toBeCloseTo(0.2, 1);
    expect(report.faults.size).toBeGreaterThanOrEqual(12);
  },
);
