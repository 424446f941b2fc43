import { getEventListeners } from "node:events";
import { describe, expect, it, onTestFinished } from "vitest";
import { AdaptivePause } from "../../src/core/polling.ts";
import {
  TaskCancelledError,
  TaskFailedError,
  TaskStatusError,
  TaskTimeoutError,
} from "../../src/errors/index.ts";
import type { TaskMetadataResponse } from "../../src/generated/models.ts";
import { json, type Running, serve } from "./server.ts";

/** Answers to the looks at one task, the last one repeating: a state, or an error status. */
type Course = readonly (Partial<TaskMetadataResponse> | number | "reset")[];

const pending: Partial<TaskMetadataResponse> = { status: 0 };
const processing: Partial<TaskMetadataResponse> = { status: 1 };
const completed: Partial<TaskMetadataResponse> = { status: 2 };
const failed: Partial<TaskMetadataResponse> = { status: 3, error_message: "no such instrument: SP501" };

interface Tasks extends Running {
  /** Most looks that were being answered at the same time. */
  readonly mostAtOnce: () => number;
}

/** Tasks by id; every look takes `delay` milliseconds. */
async function tasks(courses: Readonly<Record<string, Course>>, delay = 0): Promise<Tasks> {
  const looks = new Map<string, number>();
  let running = 0;
  let most = 0;
  const server = await serve(async (response, request, url) => {
    most = Math.max(most, ++running);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    running--;
    const id = url.pathname.split("/").at(-1) ?? "";
    const course = courses[id] ?? [404];
    const look = looks.get(id) ?? 0;
    looks.set(id, look + 1);
    const step = course[Math.min(look, course.length - 1)];
    if (step === "reset") request.socket.resetAndDestroy();
    else if (typeof step === "number") json(response, { detail: `status ${step}` }, step);
    else json(response, state(id, step ?? {}));
  });
  return { ...server, mostAtOnce: () => most };
}

function state(id: string, more: Partial<TaskMetadataResponse>): Partial<TaskMetadataResponse> {
  return { task_id: id, user_id: id, export_type: 0, created_at: "2024-01-01T00:00:00Z", ...more };
}

describe("AdaptivePause", () => {
  it("doubles from 50 ms to the longest, each up to a fifth shorter", () => {
    const longest = new AdaptivePause(500, () => 0);
    expect(Array.from({ length: 6 }, () => longest.next())).toEqual([50, 100, 200, 400, 500, 500]);
    const shortest = new AdaptivePause(500, () => 1);
    expect(Array.from({ length: 3 }, () => shortest.next())).toEqual([40, 80, 160]);
  });
});

describe("tasks.wait", () => {
  it("gives the completed task, and every state on the way", async () => {
    const { client } = await tasks({ a: [pending, processing, processing, completed] });
    const seen: unknown[] = [];
    const task = await client.tasks.wait("a", { onStatus: ({ status }) => seen.push(status) });
    expect(task).toMatchObject({ task_id: "a", status: 2 });
    expect(seen).toEqual([0, 1, 1, 2]);
  });

  it.each([
    ["a failed task", failed, TaskFailedError, "Task a failed: no such instrument: SP501"],
    ["a failed task without a reason", { status: 3 }, TaskFailedError, "the server gave no reason"],
    ["a cancelled task", { status: 3, error_code: "cancelled" }, TaskCancelledError, "Task a was cancelled"],
    [
      "a cancelled task with a message",
      { status: 3, error_code: "cancelled", error_message: "by its owner" },
      TaskCancelledError,
      "Task a was cancelled",
    ],
    [
      "a cancelled task of a plain gateway",
      { status: 3, error_message: "cancelled" },
      TaskCancelledError,
      "Task a was cancelled",
    ],
    [
      "a failure whose code is another",
      { status: 3, error_code: "data", error_message: "cancelled" },
      TaskFailedError,
      "Task a failed: cancelled",
    ],
    ["an unknown state", { status: 7 }, TaskStatusError, "has status 7, which this version"],
    ["no state at all", {}, TaskStatusError, "update the package"],
  ])("%s is an error of its own", async (_, end, type, message) => {
    const { client } = await tasks({ a: [pending, end as Partial<TaskMetadataResponse>] });
    const waiting = client.tasks.wait("a");
    await expect(waiting).rejects.toThrow(type);
    await expect(waiting).rejects.toThrow(message);
  });

  it("ends at its deadline, with the last state that was seen", async () => {
    const { client } = await tasks({ a: [pending, processing] });
    const started = performance.now();
    const waiting = client.tasks.wait("a", { timeout: 300 });
    await expect(waiting).rejects.toThrow(TaskTimeoutError);
    await expect(waiting).rejects.toMatchObject({
      timeout: 300,
      taskId: "a",
      message: "Task a did not end within 300 ms, it was processing; it goes on, wait for it again",
    });
    expect(performance.now() - started).toBeLessThan(600);
  });

  it("ends at its deadline though the server is silent", async () => {
    const { client } = await serve(() => {});
    const waiting = client.tasks.wait("a", { timeout: 100 });
    await expect(waiting).rejects.toThrow("did not end within 100 ms, nothing seen of it yet");
  });

  it("sees a task that ends shortly before the deadline, however long its pauses have become", async () => {
    const started = performance.now();
    const { client } = await serve((response) =>
      json(response, state("a", performance.now() - started > 850 ? completed : processing)),
    );
    // Doubling alone would look at about 0.75 s and then not before 1.5 s.
    await expect(client.tasks.wait("a", { timeout: 1_000 })).resolves.toMatchObject(completed);
  });

  it.each([
    ["a reset connection", [pending, "reset", "reset", completed]],
    ["a failing gateway", [500, 503, 502, completed]],
  ] as const)("survives %s", async (_, course) => {
    const { client } = await tasks({ a: course });
    await expect(client.tasks.wait("a")).resolves.toMatchObject(completed);
  });

  it.each([
    ["a gateway that stays away", [pending, 503], { code: "SERVER" }, 6],
    ["an unknown task", [404], { code: "NOT_FOUND" }, 1],
    ["a key that is not valid", [pending, 401], { code: "AUTHENTICATION" }, 2],
    ["too many requests", [429], { code: "RATE_LIMIT" }, 1],
  ] as const)("gives up on %s", async (_, course, error, looks) => {
    const { client, log } = await tasks({ a: course });
    await expect(client.tasks.wait("a")).rejects.toMatchObject(error);
    expect(log).toHaveLength(looks);
  });

  it.each([
    ["while it looks", 1_000, 0],
    ["while it pauses", 0, 400],
  ])("aborting %s ends it at once, asks nothing more and leaves nothing behind", async (_, delay, after) => {
    const { client, log } = await tasks({ a: [processing] }, delay);
    const controller = new AbortController();
    const waiting = client.tasks.wait("a", { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 50 + after);
    await expect(waiting).rejects.toThrow("enough");
    const asked = log.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(log).toHaveLength(asked);
    expect(new Set(log)).toEqual(new Set(["GET /api/v1/tasks/a"]));
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  it.each([
    ["timeout", 0],
    ["timeout", Number.NaN],
    ["pollInterval", -1],
  ])("refuses %s %s", async (option, value) => {
    const { client, log } = await tasks({ a: [completed] });
    await expect(client.tasks.wait("a", { [option]: value })).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      message: expect.stringContaining(option),
    });
    expect(log).toEqual([]);
  });
});

describe("tasks.waitAll", () => {
  it("tells how each task ended, in order, whatever the others do", async () => {
    const { client } = await tasks({
      slow: [pending, pending, completed],
      bad: [failed],
      quick: [completed],
    });
    const outcomes = await client.tasks.waitAll(["slow", "bad", "lost", "quick", "slow"]);
    expect([...outcomes]).toEqual([
      ["slow", { status: "fulfilled", value: state("slow", completed) }],
      ["bad", { status: "rejected", reason: expect.any(TaskFailedError) }],
      ["lost", { status: "rejected", reason: expect.objectContaining({ code: "NOT_FOUND" }) }],
      ["quick", { status: "fulfilled", value: state("quick", completed) }],
    ]);
  });

  it("has no more requests on their way than allowed", async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `t${index}`);
    const { client, log, mostAtOnce } = await tasks(
      Object.fromEntries(ids.map((id) => [id, [pending, completed]])),
      5,
    );
    const outcomes = await client.tasks.waitAll(ids, { concurrency: 3 });
    expect([...outcomes.values()].every(({ status }) => status === "fulfilled")).toBe(true);
    expect(mostAtOnce()).toBe(3);
    expect(log).toHaveLength(80);
  });

  it("sees tasks that ended though the first ones never do", async () => {
    const ids = ["stuck1", "stuck2", "done1", "done2"];
    const { client } = await tasks({
      stuck1: [processing],
      stuck2: [processing],
      done1: [completed],
      done2: [pending, completed],
    });
    const outcomes = await client.tasks.waitAll(ids, { concurrency: 1, timeout: 500 });
    expect([...outcomes.values()].map(({ status }) => status)).toEqual([
      "rejected",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
    expect(outcomes.get("stuck1")).toMatchObject({ reason: expect.any(TaskTimeoutError) });
  });

  it("aborting ends all of it and leaves nothing behind", async () => {
    const { client, log } = await tasks({ a: [processing], b: [processing], c: [completed] });
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("enough")), 100);
    await expect(client.tasks.waitAll(["a", "b", "c"], { signal: controller.signal })).rejects.toThrow(
      "enough",
    );
    const asked = log.length;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(log).toHaveLength(asked);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  it("many waits on one signal warn of nothing", async () => {
    const warnings: Error[] = [];
    const warn = (warning: Error) => warnings.push(warning);
    process.on("warning", warn);
    onTestFinished(() => void process.off("warning", warn));
    const ids = Array.from({ length: 50 }, (_, index) => `t${index}`);
    const { client } = await tasks(Object.fromEntries(ids.map((id) => [id, [pending, completed]])));
    await client.tasks.waitAll(ids, { signal: new AbortController().signal, concurrency: 50 });
    await new Promise(setImmediate);
    expect(warnings).toEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses concurrency %s", async (concurrency) => {
    const { client } = await tasks({});
    await expect(client.tasks.waitAll(["a"], { concurrency })).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
    });
  });

  it("of nothing is nothing", async () => {
    const { client, log } = await tasks({});
    expect((await client.tasks.waitAll([])).size).toBe(0);
    expect(log).toEqual([]);
  });
});
