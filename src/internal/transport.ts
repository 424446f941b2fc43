import { TradePoseError } from "../errors/base.ts";
import type { ApiPromise, Operation, OperationInput, RequestOptions } from "../generated/transport.ts";
import { apiPromise } from "./api-promise.ts";
import { boundBodies } from "./bounded-response.ts";
import { Capabilities } from "./capabilities.ts";
import { decodeBody } from "./decode.ts";
import { Dispatcher } from "./dispatcher.ts";
import { Exchange } from "./exchange.ts";
import { requireCount, requireMilliseconds } from "./limits.ts";
import { openapiSender, type Send } from "./openapi.ts";
import { followRedirects } from "./redirect.ts";
import { ResponseCheck } from "./response-check.ts";
import type { TransportSettings } from "./settings.ts";
import type { ReadAnswer, StreamingTransport } from "./streaming-transport.ts";

export type { TransportSettings } from "./settings.ts";

/** Sends operations over HTTP: timeouts, retries and errors live here, so that every resource has them. */
export class HttpTransport implements StreamingTransport {
  readonly #settings: TransportSettings;
  readonly #dispatcher: Dispatcher;
  readonly #send: Send;
  readonly #check: ResponseCheck;
  readonly #capabilities: Capabilities;
  readonly #running = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(settings: TransportSettings) {
    this.#settings = settings;
    this.#dispatcher = new Dispatcher({ fetch: settings.fetch, ca: settings.ca });
    this.#send = openapiSender(
      settings.serverUrl,
      boundBodies(followRedirects(this.#dispatcher.fetch), settings),
    );
    this.#check = new ResponseCheck(settings.validate, settings.logger);
    // A call that runs while the client closes may still have to ask.
    this.#capabilities = new Capabilities({ call: (...call) => apiPromise(this.#decoded(...call)) });
  }

  call<T>(operation: Operation, input: OperationInput, options: RequestOptions = {}): ApiPromise<T> {
    return apiPromise(this.#track(() => this.#decoded<T>(operation, input, options)));
  }

  receive<T>(
    operation: Operation,
    input: OperationInput,
    read: ReadAnswer<T>,
    options: RequestOptions = {},
  ): ApiPromise<T> {
    return apiPromise(this.#track(() => this.#run(operation, input, read, options)));
  }

  /** Refuses new calls, lets the running ones end with all their retries, then closes the connections. */
  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#running).then(() => this.#dispatcher.close());
    return this.#closing;
  }

  async #track<T>(start: () => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) {
      throw new TradePoseError("The client is closed: make a new one to send requests", { code: "CLOSED" });
    }
    const call = start();
    this.#running.add(call);
    try {
      return await call;
    } finally {
      this.#running.delete(call);
    }
  }

  #decoded<T>(operation: Operation, input: OperationInput, options: RequestOptions = {}) {
    const read: ReadAnswer<T> = async (response, request, redactor) => {
      const data = await decodeBody(response, operation.response, request, redactor);
      if (operation.response === "json") {
        const { status, headers } = response;
        const requestId = headers.get("x-request-id");
        this.#check.check(operation, data, { ...request, status, requestId, body: null }, redactor);
      }
      // Data that does not fit has been reported as the caller chose; it is handed over as received.
      return data as T;
    };
    return this.#run(operation, input, read, options);
  }

  async #run<T>(operation: Operation, input: OperationInput, read: ReadAnswer<T>, options: RequestOptions) {
    if (options.maxRetries !== undefined) requireCount(options.maxRetries, "maxRetries");
    if (options.timeout !== undefined) requireMilliseconds(options.timeout, "timeout");
    if (options.deadline !== undefined) requireMilliseconds(options.deadline, "deadline");
    return new Exchange<T>({
      settings: this.#settings,
      send: this.#send,
      knowsIdempotency: (health) => this.#capabilities.includes("idempotency", health),
      operation,
      input,
      read,
      options,
    }).run();
  }
}
