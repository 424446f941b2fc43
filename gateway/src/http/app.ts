import { randomUUID } from "node:crypto";
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  LogController,
} from "fastify";
import type { Handlers } from "./handler.ts";
import { HttpError, unprocessable } from "./http-error.ts";
import { accountHandlers } from "./resources/accounts.ts";
import { apiKeyHandlers } from "./resources/api-keys.ts";
import { billingHandlers } from "./resources/billing.ts";
import { bindingHandlers } from "./resources/bindings.ts";
import { exportHandlers } from "./resources/export.ts";
import { healthHandlers } from "./resources/health.ts";
import { instrumentHandlers } from "./resources/instruments.ts";
import { portfolioHandlers } from "./resources/portfolios.ts";
import { resultHandlers } from "./resources/results.ts";
import { slotHandlers } from "./resources/slots.ts";
import { strategyHandlers } from "./resources/strategies.ts";
import { taskHandlers } from "./resources/tasks.ts";
import { tradeHandlers } from "./resources/trades.ts";
import { usageHandlers } from "./resources/usage.ts";
import { registerRoutes } from "./routes.ts";
import type { Services } from "./services.ts";

const bodyLimit = 64 * 1024 * 1024;
const longestParameter = 1_000;
/** The contract's longest query, 500 task ids, takes 20 KB of it. */
const maxHeaderSize = 64 * 1024;
const requestId = /^[\w.:-]{1,128}$/;

/** The HTTP application over its services; not listening yet. */
export function buildApp(services: Services, logger: FastifyBaseLogger): FastifyInstance {
  const app = fastify({
    loggerInstance: logger,
    bodyLimit,
    http: { maxHeaderSize },
    exposeHeadRoutes: false,
    // One line per request, by the hook below, instead of two.
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: longestParameter },
    requestIdHeader: false,
    genReqId: ({ headers }) => {
      const given = headers["x-request-id"];
      return typeof given === "string" && requestId.test(given) ? given : randomUUID();
    },
    // A path that is no URL; it never reaches a route, nor the hooks.
    frameworkErrors: (_error, request, reply) =>
      (reply as FastifyReply)
        .code(404)
        .header("x-request-id", request.id)
        .send({ detail: "The path of the request is not a valid URL." }),
  });

  // The only media type there is: a body without, or with another, type is read as JSON too.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "string" }, async (_request: unknown, text: string) => {
    if (text === "") return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      throw unprocessable([{ field: "body", message: (error as Error).message, type: "invalid_json" }]);
    }
  });

  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.setErrorHandler((error: FastifyError | HttpError, request, reply) => {
    const answer = asHttpError(error);
    if (!(error instanceof HttpError) && answer.status >= 500)
      request.log.error({ err: error }, "request failed");
    return reply.code(answer.status).send(answer.body);
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ detail: `There is no endpoint ${request.method} ${pathOf(request.url)}.` }),
  );
  app.addHook("onResponse", async (request, reply) => {
    const { method, url } = request;
    request.log.info({ method, url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, "request");
  });

  const handlers: Partial<Handlers> = {
    ...healthHandlers(services),
    ...apiKeyHandlers(services),
    ...strategyHandlers(services),
    ...exportHandlers(services),
    ...taskHandlers(services),
    ...resultHandlers(services),
    ...instrumentHandlers(services),
    ...accountHandlers(services),
    ...portfolioHandlers(services),
    ...bindingHandlers(services),
    ...slotHandlers(services),
    ...tradeHandlers(services),
    ...billingHandlers(services),
    ...usageHandlers(services),
  };
  registerRoutes(app, services, handlers);
  return app;
}

/** Errors of the framework keep their status and get a sentence of ours; anything unforeseen is a 500 without particulars. */
function asHttpError(error: FastifyError | HttpError): HttpError {
  if (error instanceof HttpError) return error;
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") {
    return new HttpError(
      413,
      `The body is larger than the ${bodyLimit / 1024 / 1024} MB this gateway takes.`,
    );
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return unprocessable([{ field: "body", message: error.message, type: "invalid_body" }]);
  }
  return new HttpError(500, "The gateway failed. Its log says why, under the request id of this answer.");
}

function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? url;
}
