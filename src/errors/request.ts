import { TradePoseError } from "./base.ts";

/** Which request failed. Holds no credentials. */
export interface FailedRequest {
  readonly method: string;
  /** Address without credentials. */
  readonly url: string;
  /** How often the request was sent, retries included. */
  readonly attempts: number;
}

/** What the server answered to a request that failed. */
export interface FailedResponse extends FailedRequest {
  readonly status: number;
  /** Header `X-Request-ID`, for support and logs. */
  readonly requestId: string | null;
  /** The body: parsed when it is JSON, else its text. Credentials are masked. */
  readonly body: unknown;
  /** Milliseconds of `Retry-After`, null when the server did not say. */
  readonly retryAfter?: number | null;
  readonly cause?: unknown;
}

/** One wrong field of a request or an answer. */
export interface FieldProblem {
  /** Path of the field, for example `strategy_configs[0].base_freq`. */
  readonly field: string;
  readonly message: string;
  readonly type: string;
}

/** The server answered with an error status. Code `API` unless a subclass says otherwise. */
export class TradePoseAPIError extends TradePoseError {
  override readonly name: string = "TradePoseAPIError";
  readonly status: number;
  readonly requestId: string | null;
  readonly method: string;
  readonly url: string;
  readonly attempts: number;
  readonly body: unknown;
  /** Milliseconds the server asked to wait (`Retry-After`), null when it did not say. */
  readonly retryAfter: number | null;

  constructor(message: string, response: FailedResponse, code = "API") {
    super(message, { code, cause: response.cause });
    this.status = response.status;
    this.requestId = response.requestId;
    this.method = response.method;
    this.url = response.url;
    this.attempts = response.attempts;
    this.body = response.body;
    this.retryAfter = response.retryAfter ?? null;
  }
}

/** 401: no key, or one that is not valid. Code `AUTHENTICATION`. */
export class AuthenticationError extends TradePoseAPIError {
  override readonly name: string = "AuthenticationError";
  constructor(message: string, response: FailedResponse) {
    super(message, response, "AUTHENTICATION");
  }
}

/** 403: the key may not do this. Code `AUTHORIZATION`. */
export class AuthorizationError extends TradePoseAPIError {
  override readonly name: string = "AuthorizationError";
  constructor(message: string, response: FailedResponse) {
    super(message, response, "AUTHORIZATION");
  }
}

/** 404: there is no such thing for this caller. Code `NOT_FOUND`. */
export class ResourceNotFoundError extends TradePoseAPIError {
  override readonly name: string = "ResourceNotFoundError";
  constructor(message: string, response: FailedResponse) {
    super(message, response, "NOT_FOUND");
  }
}

/** 422: the request does not fit the contract; `fields` names every wrong field. Code `VALIDATION`. */
export class ValidationError extends TradePoseAPIError {
  override readonly name: string = "ValidationError";
  readonly fields: readonly FieldProblem[];

  constructor(message: string, response: FailedResponse, fields: readonly FieldProblem[]) {
    super(message, response, "VALIDATION");
    this.fields = fields;
  }
}

/** 429: too many requests, and still too many after the retries. Code `RATE_LIMIT`. */
export class RateLimitError extends TradePoseAPIError {
  override readonly name: string = "RateLimitError";
  constructor(message: string, response: FailedResponse) {
    super(message, response, "RATE_LIMIT");
  }
}

/** 500 and above: the server failed. Code `SERVER`. */
export class ServerError extends TradePoseAPIError {
  override readonly name: string = "ServerError";
  constructor(message: string, response: FailedResponse) {
    super(message, response, "SERVER");
  }
}

/**
 * The server reported success with a body that is not what the contract promises: no JSON, or, with
 * `validate: "throw"`, JSON that does not fit its model. Code `INVALID_RESPONSE`.
 */
export class InvalidResponseError extends TradePoseAPIError {
  override readonly name: string = "InvalidResponseError";
  /** Every wrong field; empty when the body is no JSON at all. */
  readonly fields: readonly FieldProblem[];

  constructor(message: string, response: FailedResponse, fields: readonly FieldProblem[] = []) {
    super(message, response, "INVALID_RESPONSE");
    this.fields = fields;
  }
}

/** A request without a complete answer. */
export interface BrokenRequest extends FailedRequest {
  /** Status of an answer that began, null when none did. */
  readonly status?: number | null;
  readonly requestId?: string | null;
  readonly cause?: unknown;
}

/** No complete answer: the connection failed or broke. Code `NETWORK`; `cause` holds the system's error. */
export class NetworkError extends TradePoseError {
  override readonly name: string = "NetworkError";
  readonly method: string;
  readonly url: string;
  readonly attempts: number;
  /** Status of an answer that began and broke off, null when none began. */
  readonly status: number | null;
  readonly requestId: string | null;
  /** Always null: what came of a body that broke off is not kept. */
  readonly body: null = null;

  constructor(message: string, request: BrokenRequest, code = "NETWORK") {
    super(message, { code, cause: request.cause });
    this.method = request.method;
    this.url = request.url;
    this.attempts = request.attempts;
    this.status = request.status ?? null;
    this.requestId = request.requestId ?? null;
  }
}

/** An attempt, reading the body included, took longer than its `timeout`. Code `TIMEOUT`. */
export class RequestTimeoutError extends NetworkError {
  override readonly name: string = "RequestTimeoutError";
  /** Milliseconds one attempt was given. */
  readonly timeout: number;

  constructor(message: string, request: BrokenRequest, timeout: number) {
    super(message, request, "TIMEOUT");
    this.timeout = timeout;
  }
}

/**
 * The call with all its attempts took longer than its `deadline`, or the next attempt would have begun after it.
 * Code `DEADLINE`; `cause` holds the error of the last attempt that ended by itself.
 */
export class DeadlineError extends NetworkError {
  override readonly name: string = "DeadlineError";
  /** Milliseconds the whole call was given. */
  readonly deadline: number;

  constructor(message: string, request: BrokenRequest, deadline: number) {
    super(message, request, "DEADLINE");
    this.deadline = deadline;
  }
}
