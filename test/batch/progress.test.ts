import { describe, expect, it } from "vitest";
import { barDisplay, linesDisplay } from "../../src/batch/progress/display.ts";
import { progressDisplay } from "../../src/batch/progress/option.ts";
import type { BatchProgress } from "../../src/batch/progress/snapshot.ts";
import { describeProgress, drawBar } from "../../src/batch/progress/text.ts";

function at(
  completed: number,
  elapsed: number,
  failures: readonly string[] = [],
  failed = failures.length,
): BatchProgress {
  const total = 60;
  const ended = completed + failed;
  return {
    total,
    pending: total - ended,
    processing: 0,
    completed,
    failed,
    fraction: ended / total,
    elapsed,
    rate: elapsed > 0 ? (ended / elapsed) * 1_000 : 0,
    remaining: ended === 0 ? null : ((total - ended) * elapsed) / ended,
    failures,
  };
}

function recorder(columns?: number) {
  const written: string[] = [];
  return {
    written,
    stream: { write: (text: string) => written.push(text), isTTY: true, ...(columns && { columns }) },
  };
}

describe("describeProgress", () => {
  it.each([
    [at(0, 0), "0/60 tasks"],
    [at(30, 1_000), "30/60 tasks, 30/s, 1.0 s left"],
    [at(1, 2_000), "1/60 tasks, 0.5/s, 1 min 58 s left"],
    [at(30, 20_000), "30/60 tasks, 1.5/s, 20 s left"],
    [at(29, 1_000, ["x"]), "30/60 tasks, 1 failed, 30/s, 1.0 s left"],
    [at(60, 1_840), "60/60 tasks, in 1.8 s"],
    [at(58, 125_000, ["x"], 2), "60/60 tasks, 2 failed, in 2 min 5 s"],
  ])("%#: %2$s", (progress, text) => {
    expect(describeProgress(progress)).toBe(text);
  });
});

it.each([
  [0, "[----------]"],
  [0.55, "[#####-----]"],
  [0.999, "[#########-]"],
  [1, "[##########]"],
])("drawBar(%d)", (fraction, bar) => {
  expect(drawBar(fraction, 10)).toBe(bar);
});

describe("the bar", () => {
  it("is drawn over, not more than ten times a second, and ends with its line", () => {
    const { written, stream } = recorder();
    const display = barDisplay(stream);
    for (let completed = 0; completed <= 60; completed++) display(at(completed, completed * 10));
    expect(written.length).toBeLessThan(10);
    expect(written.every((text) => text.startsWith("\r\u001b[2K["))).toBe(true);
    expect(written.at(-1)).toMatch(/60\/60 tasks, in 0.6 s\n$/);
    expect(written.slice(0, -1).some((text) => text.includes("\n"))).toBe(false);
  });

  it("never breaks into a second line", () => {
    const { written, stream } = recorder(30);
    barDisplay(stream)(at(30, 1_000));
    expect(written[0]?.replace("\r\u001b[2K", "")).toHaveLength(29);
  });

  it("shows each reason of failure once, above itself, and not more than five", () => {
    const { written, stream } = recorder();
    const display = barDisplay(stream);
    const reasons = ["a", "b", "c", "d", "e", "f", "g"];
    for (let failed = 1; failed <= reasons.length; failed++) display(at(0, failed, reasons.slice(0, failed)));
    const lines = written.join("").match(/failed: \w\n/g);
    expect(lines).toEqual(["a", "b", "c", "d", "e"].map((reason) => `failed: ${reason}\n`));
  });
});

describe("lines", () => {
  it("are one per tenth", () => {
    const { written, stream } = recorder();
    const display = linesDisplay(stream);
    for (let completed = 0; completed <= 60; completed++) display(at(completed, completed * 10));
    expect(written).toHaveLength(10);
    expect(written.at(-1)).toBe("60/60 tasks, in 0.6 s\n");
    expect(written.join("")).not.toContain("\u001b");
  });

  it("come at least every five seconds while something moves", () => {
    const { written, stream } = recorder();
    const display = linesDisplay(stream);
    for (const completed of [1, 2, 3]) display(at(completed, completed * 6_000));
    expect(written).toHaveLength(3);
  });
});

describe("progressDisplay", () => {
  it.each([
    ["auto", true, /^\r/],
    ["auto", false, /^60/],
    ["bar", false, /^\r/],
    ["lines", true, /^60/],
  ] as const)("%s with a terminal: %s", (option, isTTY, first) => {
    const { written, stream } = recorder();
    progressDisplay(option, { ...stream, isTTY })?.(at(60, 10));
    expect(written[0]).toMatch(first);
  });

  it("silent shows nothing, a function is taken as it is", () => {
    const own = () => {};
    expect(progressDisplay("silent")).toBeUndefined();
    expect(progressDisplay(own)).toBe(own);
  });
});
