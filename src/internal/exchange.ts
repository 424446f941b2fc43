import { randomUUID } from "node:crypto";
import { TradePoseError } from "../errors/base.ts";
import {
  AuthenticationError,
  DeadlineError,
  type FailedRequest,
  RequestTimeoutError,
} from "../errors/request.ts";
import type { Operation, OperationInput, RequestOptions } from "../generated/transport.ts";
import { abortable } from "./abortable.ts";
import type { Answer } from "./api-promise.ts";
import { type SecretHeader, secretsIn } from "./auth.ts";
import { brokenAttempt } from "./broken-attempt.ts";
import type { HttpResponse } from "./fetch.ts";
import { buildHeaders, withoutSecrets } from "./headers.ts";
import { type LinkedAbort, linkAbort } from "./linked-abort.ts";
import type { Send } from "./openapi.ts";
import { Redactor, secretsInBody } from "./redact.ts";
import { boundedBody, responseError } from "./response-errors.ts";
import { withRetries } from "./retry.ts";
import { isRetryable, retryDelay } from "./retry-policy.ts";
import type { TransportSettings } from "./settings.ts";
import type { ReadAnswer } from "./streaming-transport.ts";
import { fillPath } from "./url.ts";
import { SDK_VERSION } from "./version.ts";

export interface ExchangeParts<T> {
  readonly settings: TransportSettings;
  readonly send: Send;
  /** Whether the server carries out a POST with the same Idempotency-Key once. */
  readonly knowsIdempotency: (options: RequestOptions) => Promise<boolean>;
  readonly operation: Operation;
  readonly input: OperationInput;
  readonly read: ReadAnswer<T>;
  readonly options: RequestOptions;
}

/** What is known of an answer before its body is read. */
interface Answered {
  readonly status: number;
  readonly requestId: string | null;
}

/** One call from its first attempt to its answer. */
export class Exchange<T> {
  readonly #parts: ExchangeParts<T>;
  readonly #timeout: number;
  readonly #deadline: number | undefined;
  readonly #started = performance.now();
  readonly #idempotencyKey: string | undefined;
  #request: FailedRequest;
  #renewed = false;
  /** Whether the deadline leaves the running attempt less than its timeout. */
  #hurried = false;
  #lastError: Error | undefined;

  constructor(parts: ExchangeParts<T>) {
    const { operation, settings, options, input } = parts;
    this.#parts = parts;
    const usual = operation.response === "bytes" ? settings.downloadTimeout : settings.timeout;
    this.#timeout = options.timeout ?? usual;
    this.#deadline = options.deadline ?? settings.deadline;
    this.#idempotencyKey = options.idempotencyKey ?? (operation.method === "POST" ? randomUUID() : undefined);
    this.#request = {
      method: operation.method,
      url: `${settings.serverUrl}${fillPath(operation.path, input.path ?? {})}`,
      attempts: 0,
    };
  }

  run(): Promise<Answer<T>> {
    const { options, settings } = this.#parts;
    const maxRetries = options.maxRetries ?? settings.maxRetries;
    return withRetries(
      () => this.#authenticated(),
      { maxRetries, delay: (error, attempt) => this.#delay(error, attempt) },
      options.signal,
    );
  }

  /** An attempt, and one more when the server refuses a secret that can be had anew. */
  async #authenticated(): Promise<Answer<T>> {
    const { credentials } = this.#parts.settings;
    const link = this.#link();
    let secret: SecretHeader;
    try {
      const header = credentials.header();
      secret = await (credentials.renewable ? abortable(header, link.signal) : header);
    } catch (cause) {
      link.release();
      throw this.#failure(cause, link);
    }
    try {
      return await this.#attempt(secret, link);
    } catch (error) {
      if (!(error instanceof AuthenticationError) || !credentials.renewable || this.#renewed) throw error;
      this.#renewed = true;
      this.#announceRetry(error, 0);
      await credentials.renew(secret[1]);
      return this.#authenticated();
    }
  }

  async #attempt(secret: SecretHeader, link: LinkedAbort): Promise<Answer<T>> {
    const { send, operation, input, read } = this.#parts;
    const { url } = this.#request;
    this.#request = { method: operation.method, url, attempts: this.#request.attempts + 1 };
    let answered: Answered | undefined;
    try {
      const headers = await this.#headers(secret);
      const redactor = new Redactor(() => [...secretsIn(headers), ...secretsInBody(input.body)]);
      const broken = (cause: unknown) => this.#failure(cause, link, redactor, answered);
      const started = performance.now();
      const { response, error } = await send(operation, input, { headers, signal: link.signal }).catch(
        (cause) => {
          throw broken(cause);
        },
      );
      const { status } = response;
      const requestId = readRequestId(response, headers);
      answered = { status, requestId };
      try {
        this.#tellResponse(response, requestId, performance.now() - started, redactor);
      } catch (thrown) {
        await discard(response);
        throw thrown;
      }
      const request = { ...this.#request, url: addressOf(response, url, redactor) };
      try {
        if (!response.ok) {
          // The reader of errors leaves a body alone that is said to be empty.
          if (error === undefined) await discard(response);
          const body = boundedBody(redactor.value(error));
          throw responseError({ ...request, status, requestId, body }, response.headers);
        }
        const data = await read(response, request, redactor);
        const { attempts } = request;
        return { data, response: { status, headers: response.headers, requestId, attempts } };
      } catch (cause) {
        await discard(response);
        throw broken(cause);
      }
    } finally {
      link.release();
    }
  }

  #link(): LinkedAbort {
    const left = this.#left();
    if (left <= 0) throw this.#tooLate();
    this.#hurried = left < this.#timeout;
    return linkAbort(this.#parts.options.signal, this.#hurried ? Math.ceil(left) : this.#timeout);
  }

  #left(): number {
    return this.#deadline === undefined
      ? Number.POSITIVE_INFINITY
      : this.#started + this.#deadline - performance.now();
  }

  async #headers(secret: SecretHeader): Promise<Headers> {
    const { operation, options, settings } = this.#parts;
    const isFile = operation.response === "bytes";
    const headers = buildHeaders(
      {
        Accept: isFile ? "*/*" : "application/json",
        // Files are compressed as they are; a `fetch` of the caller's unpacks what it asks for itself.
        ...(!isFile && settings.fetch === undefined && { "Accept-Encoding": "gzip" }),
        "User-Agent": `tradepose-client-typescript/${SDK_VERSION}`,
        [secret[0]]: secret[1],
      },
      settings.headers,
      this.#idempotencyKey === undefined ? {} : { "Idempotency-Key": this.#idempotencyKey },
      options.headers ?? {},
    );
    const { onRequest } = settings.hooks;
    if (onRequest !== undefined)
      await withoutSecrets(headers, (open) => onRequest({ ...this.#event(), headers: open }));
    return headers;
  }

  #tellResponse(
    response: HttpResponse,
    requestId: string | null,
    duration: number,
    redactor: Redactor,
  ): void {
    const { hooks, logger } = this.#parts.settings;
    const { method, url, attempts } = this.#request;
    const id = requestId === null ? "" : `, request id ${requestId}`;
    logger.debug(
      `${method} ${url} ${response.status} in ${duration.toFixed(0)} ms (attempt ${attempts}${id})`,
    );
    if (hooks.onResponse === undefined) return;
    const { status } = response;
    const headers = redactor.headers(response.headers);
    hooks.onResponse({ ...this.#event(), status, headers, requestId, duration });
  }

  #event() {
    const { method, url, attempts } = this.#request;
    return { operation: this.#parts.operation.id, method, url, attempt: attempts };
  }

  async #delay(error: Error, attempt: number): Promise<number | null> {
    this.#lastError = error;
    if (!isRetryable(error, true)) return null;
    if (!isRetryable(error, false) && !(await this.#isRepeatable())) return null;
    const { maxRetryAfter, random = Math.random } = this.#parts.settings;
    const delay = retryDelay(error, attempt, maxRetryAfter, random);
    if (delay === null) return null;
    if (delay >= this.#left()) throw this.#tooLate();
    this.#announceRetry(error, delay);
    return delay;
  }

  async #isRepeatable(): Promise<boolean> {
    const { operation, options, knowsIdempotency } = this.#parts;
    if (operation.method !== "POST" || options.idempotencyKey !== undefined) return true;
    if (operation.idempotent !== true) return false;
    const left = this.#left();
    if (left <= 0) throw this.#tooLate();
    return knowsIdempotency({
      ...(options.signal && { signal: options.signal }),
      ...(Number.isFinite(left) && { deadline: Math.ceil(left) }),
    });
  }

  #announceRetry(error: Error, delay: number): void {
    const { hooks, logger } = this.#parts.settings;
    logger.info(`retry in ${delay.toFixed(0)} ms: ${error.message}`);
    hooks.onRetry?.({ ...this.#event(), error, delay });
  }

  #tooLate(): DeadlineError {
    const { method, url } = this.#request;
    const last = this.#lastError === undefined ? "" : `; the last attempt: ${this.#lastError.message}`;
    const deadline = this.#deadline ?? 0;
    return new DeadlineError(
      `${method} ${url} could not be completed within ${deadline} ms${last}`,
      { ...this.#request, cause: this.#lastError },
      deadline,
    );
  }

  /** What an attempt that broke off is to its caller. */
  #failure(cause: unknown, link: LinkedAbort, redactor = new Redactor(), answered?: Answered): unknown {
    if (cause instanceof TradePoseError) return cause;
    const { signal } = this.#parts.options;
    if (signal?.aborted) return signal.reason;
    const request = { ...this.#request, status: null, requestId: null, ...answered };
    const address = `${request.method} ${request.url}`;
    if (link.timedOut()) {
      if (this.#hurried) return this.#tooLate();
      return new RequestTimeoutError(
        `${address} took longer than ${this.#timeout} ms`,
        request,
        this.#timeout,
      );
    }
    return brokenAttempt(cause, request, redactor);
  }
}

/** Where an answer came from, if a redirect led there. Its query may hold a signature. */
function addressOf({ url }: HttpResponse, asked: string, redactor: Redactor): string {
  if (url.startsWith(asked) || !URL.canParse(url)) return asked;
  const { origin, pathname } = new URL(url);
  return redactor.text(`${origin}${pathname}`);
}

/** Every answer has one, so that bodies are not searched for secrets here. */
function readRequestId({ headers }: HttpResponse, sent: Headers): string | null {
  const id = headers.get("x-request-id");
  return id === null ? null : new Redactor(() => secretsIn(sent)).text(id);
}

/** Gives up a body, unless somebody has read it already. */
async function discard({ body }: HttpResponse): Promise<void> {
  await body?.cancel().catch(() => {});
}
