import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type OperationId, type OperationSpec, operations } from "tradepose-client/models";
import type { Caller, Handlers } from "./handler.ts";
import { notAvailable, notFound, unprocessable } from "./http-error.ts";
import { readParameters } from "./parameters.ts";
import { problemsOf } from "./problems.ts";
import type { Services } from "./services.ts";

/** A handler as the table sees it: the contract has checked what goes in, the types of `Handlers` what comes out. */
type AnyHandler = (request: {
  caller: Caller;
  path: unknown;
  query: unknown;
  body: unknown;
}) => Promise<{ status: number; body: unknown }>;

/** Only operations that need no key run without a caller, and they do not look at it. */
const nobody: Caller = { userId: "" };

/**
 * Registers every endpoint of the contract: who may call it, what a request must look like, what answers. One without
 * a handler answers 501.
 */
export function registerRoutes(app: FastifyInstance, services: Services, handlers: Partial<Handlers>): void {
  for (const id of Object.keys(operations) as OperationId[]) {
    const operation = operations[id];
    const handle = handlers[id] as unknown as AnyHandler | undefined;
    const callers = new WeakMap<FastifyRequest, Caller>();
    app.route({
      method: operation.method,
      url: operation.path.replaceAll(/\{(\w+)\}/g, ":$1"),
      // Before the body is read: without a key nobody makes the gateway take in 64 MB.
      onRequest: async (request) => {
        if (operation.public) return;
        const key = request.headers["x-api-key"];
        const caller = await services.authenticator.authenticate(Array.isArray(key) ? key[0] : key);
        callers.set(request, caller);
        services.counter.count(caller.userId);
      },
      handler: async (request, reply) => {
        if (handle === undefined) throw notAvailable(`${operation.method} ${operation.path}`);
        const caller = callers.get(request) ?? nobody;
        const answer = await handle({ caller, ...readRequest(operation, request) });
        return send(reply, operation, answer.status, answer.body);
      },
    });
  }
}

/** @throws HttpError 404 for a path that can name nothing. 422 naming every wrong parameter, or every wrong field of the body. */
function readRequest(operation: OperationSpec, request: FastifyRequest) {
  const path = readParameters(operation, "path", request.params as Record<string, unknown>);
  // Not every operation may answer 422 to its path: what cannot be stored is not there.
  if (path.problems.some(({ type }) => type === "invalid_text")) throw notFound("What the path names");
  const query = readParameters(operation, "query", request.query as Record<string, unknown>);
  const problems = [...path.problems, ...query.problems];
  if (operation.bodyModel !== undefined) {
    const checked = operation.bodyModel.safeParse(request.body);
    if (!checked.success) problems.push(...problemsOf(checked.error.issues, request.body));
  }
  if (problems.length > 0) throw unprocessable(problems);
  return { path: path.values, query: query.values, body: request.body };
}

function send(reply: FastifyReply, operation: OperationSpec, status: number, body: unknown): FastifyReply {
  const response = operation.responses[status];
  reply.code(status);
  if (response?.kind === "bytes") {
    const { buffer, byteOffset, byteLength } = body as Uint8Array<ArrayBuffer>;
    return reply
      .type(response.contentType ?? "application/octet-stream")
      .send(Buffer.from(buffer, byteOffset, byteLength));
  }
  return reply.send(body);
}
