// Copied by `npm run codegen` from scripts/codegen/static/transport.ts. Do not edit here.

import type { ZodType } from "zod";

/** What a single call can ask for; everything else comes from the client's options. */
export interface RequestOptions {
  /** Ends the call wherever it stands: before sending, while waiting to retry, while reading the body. */
  readonly signal?: AbortSignal;
  /** Milliseconds that one attempt may take. */
  readonly timeout?: number;
  /** Milliseconds that the whole call may take: attempts, waits between them and reading the body. */
  readonly deadline?: number;
  /** Attempts after the first one that failed. */
  readonly maxRetries?: number;
  /** Headers to add; null takes a default header away. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Names the work, so that a server that supports it does it once however often it is asked. */
  readonly idempotencyKey?: string;
}

/** One endpoint, as far as a transport must know it. */
export interface Operation {
  /** Name in the contract, `strategies.create`. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With `{name}` where path parameters stand. */
  readonly path: string;
  readonly response: "json" | "bytes" | "none";
  /** A POST that a server may announce to carry out once per `Idempotency-Key`. */
  readonly idempotent?: boolean;
  /** Model of the successful answer, for checking it. */
  readonly model?: () => ZodType;
}

export interface OperationInput {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

export interface ResponseInfo {
  readonly status: number;
  readonly headers: Headers;
  /** `X-Request-ID` of the answer. */
  readonly requestId: string | null;
  /** Attempts it took, the successful one included. */
  readonly attempts: number;
}

/** A promise of the body; `withResponse()` also gives status and headers. */
export interface ApiPromise<T> extends Promise<T> {
  withResponse(): Promise<{ readonly data: T; readonly response: ResponseInfo }>;
}

/** Carries calls to a server. Resources know nothing else of the network. */
export interface Transport {
  call<T>(operation: Operation, input: OperationInput, options?: RequestOptions): ApiPromise<T>;
}
