import { randomUUID } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { zipSync } from "fflate";
import { ExportType, TaskStatus } from "../../src/generated/enums.ts";
import type { ExportRequest } from "../../src/generated/models.ts";
import { resultFiles } from "./result-files.ts";

/** How a submitted export goes. */
export interface Course {
  /** Status of the answer to the submission; 202 by default. */
  readonly submission?: number;
  /** Looks at the task before it ends; 1 by default. */
  readonly looks?: number;
  /** The task fails with this message. */
  readonly failure?: string;
  /** Status of the answers to downloads. */
  readonly download?: number;
  /** Downloads are answered when this has ended. */
  readonly downloadAfter?: Promise<void>;
  /** The bytes of downloads. */
  readonly bytes?: Uint8Array;
  /** A state the contract does not have. */
  readonly status?: number;
  /** Statuses of the first looks. */
  readonly lookErrors?: readonly number[];
}

export interface ContractServerOptions {
  /** The course of an export; a task that just works by default. */
  readonly course?: (request: ExportRequest, number: number) => Course;
  /** Without archives only the single files are served. */
  readonly archives?: boolean;
  /** What the server announces; only `task_cancel` is served. */
  readonly capabilities?: readonly string[];
}

interface Task extends Course {
  readonly request: ExportRequest;
  seen: number;
  cancelled: boolean;
}

export interface ContractServer extends AsyncDisposable {
  readonly url: string;
  readonly submitted: readonly ExportRequest[];
  /** Requests so far, `GET /api/v1/tasks/{id}` and the like. */
  readonly log: readonly string[];
  /** Most exports that were being submitted at the same time. */
  readonly mostAtOnce: () => number;
}

/** The part of the contract that batches use, over a real port; results are real Parquet files. */
export async function contractServer(options: ContractServerOptions = {}): Promise<ContractServer> {
  const { course = () => ({}), archives = true, capabilities = [] } = options;
  const tasks = new Map<string, Task>();
  const submitted: ExportRequest[] = [];
  const log: string[] = [];
  let running = 0;
  let most = 0;

  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    const [, id = "", rest = ""] = /^\/api\/v1\/tasks\/([^/]+)(.*)$/.exec(path) ?? [];
    log.push(`${request.method} ${path.replace(id === "" ? "\n" : id, "{id}")}`);
    if (path === "/api/v1/export") {
      most = Math.max(most, ++running);
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const body: ExportRequest = JSON.parse(Buffer.concat(chunks).toString());
      const plan = course(body, submitted.length);
      submitted.push(body);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      submit(response, body, plan);
      return;
    }
    const task = tasks.get(id);
    if (path === "/health") send(response, 200, { status: "ok", capabilities });
    else if (task === undefined) send(response, 404, { detail: "no such task" });
    else if (rest === "") look(response, id, task);
    else if (rest === "/cancel") {
      task.cancelled = true;
      look(response, id, task);
    } else {
      await task.downloadAfter;
      download(response, task, rest);
    }
  });

  function submit(response: ServerResponse, request: ExportRequest, plan: Course) {
    if (plan.submission !== undefined) return send(response, plan.submission, { detail: "not accepted" });
    const taskId = randomUUID();
    tasks.set(taskId, { ...plan, request, seen: 0, cancelled: false });
    send(response, 202, { task_id: taskId, message: "accepted", operation_type: "backtest-results" });
  }

  function look(response: ServerResponse, id: string, task: Task) {
    const error = task.lookErrors?.[task.seen];
    task.seen++;
    if (error !== undefined) return send(response, error, { detail: "cannot look" });
    send(response, 200, {
      task_id: id,
      user_id: id,
      export_type: task.request.export_type,
      created_at: "2024-01-01T00:00:00Z",
      status: task.status ?? statusOf(task),
      error_message: task.cancelled ? "cancelled" : (task.failure ?? null),
    });
  }

  function download(response: ServerResponse, task: Task, rest: string) {
    if (task.download !== undefined) return send(response, task.download, { detail: "no result" });
    if (task.bytes !== undefined) return response.writeHead(200).end(task.bytes);
    if (rest === "/results/validation_result" && task.request.export_type === ExportType.VALIDATE_STRATEGY) {
      const names = task.request.strategy_configs.map(({ name }) => name);
      return send(response, 200, { valid: true, validated_strategies: names, errors: [] });
    }
    const files = resultFiles(task.request);
    if (rest === "/results/trades") return response.writeHead(200).end(files.trades);
    if (rest === "/results/performance") return response.writeHead(200).end(files.performance);
    if (rest !== "/result" || !archives) return send(response, 404, { detail: "no such result" });
    const archive = { "trades.parquet": files.trades, "performance.parquet": files.performance };
    return response.writeHead(200).end(zipSync(archive, { level: 0 }));
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    submitted,
    log,
    mostAtOnce: () => most,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function statusOf(task: Task): TaskStatus {
  if (task.cancelled) return TaskStatus.FAILED;
  const looks = task.looks ?? 1;
  if (task.seen < looks) return task.seen === 1 ? TaskStatus.PENDING : TaskStatus.PROCESSING;
  return task.failure === undefined ? TaskStatus.COMPLETED : TaskStatus.FAILED;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
