import {
  AuthenticationError,
  AuthorizationError,
  type FailedResponse,
  type FieldProblem,
  RateLimitError,
  ResourceNotFoundError,
  ServerError,
  TradePoseAPIError,
  ValidationError,
} from "../errors/request.ts";
import { fieldPath } from "./field-path.ts";
import { readRetryAfter } from "./retry-policy.ts";

const LONGEST_TEXT = 2_000;

/** The error of the hierarchy for an answer with an error status. */
export function responseError(answer: FailedResponse, headers: Headers): TradePoseAPIError {
  const response = { ...answer, retryAfter: readRetryAfter(headers.get("retry-after"), Date.now()) };
  const fields = response.status === 422 ? readFields(response.body) : [];
  const message = describe(response, fields);
  switch (response.status) {
    case 401:
      return new AuthenticationError(message, response);
    case 403:
      return new AuthorizationError(message, response);
    case 404:
      return new ResourceNotFoundError(message, response);
    case 422:
      return new ValidationError(message, response, fields);
    case 429:
      return new RateLimitError(message, response);
    default:
      return response.status >= 500
        ? new ServerError(message, response)
        : new TradePoseAPIError(message, response);
  }
}

/** An error body as errors carry it: long text is cut. */
export function boundedBody(body: unknown): unknown {
  return typeof body === "string" && body.length > LONGEST_TEXT ? `${body.slice(0, LONGEST_TEXT)}...` : body;
}

function describe(response: FailedResponse, fields: readonly FieldProblem[]): string {
  const { method, url, status, requestId, attempts, body } = response;
  const reason = [...new Set([readMessage(body), ...fields.map((it) => `${it.field}: ${it.message}`)])];
  const facts = [
    ...(attempts > 1 ? [`after ${attempts} attempts`] : []),
    ...(requestId === null ? [] : [`request id ${requestId}`]),
  ];
  return `${method} ${url} failed with ${status}: ${reason.join("; ")}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`;
}

function readMessage(body: unknown): string {
  if (typeof body === "string") return readText(body);
  if (!isRecord(body)) return "Unknown error";
  for (const key of ["detail", "error", "message"]) {
    const value = body[key];
    if (typeof value === "string" && value !== "") return value;
    if (Array.isArray(value) && value.length > 0) return "the request does not fit the contract";
    if (isRecord(value)) return JSON.stringify(value);
  }
  return "Unknown error";
}

function readText(text: string): string {
  if (text.trim() === "") return "Unknown error";
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1]?.trim();
  if (title !== undefined) return `an HTML page titled "${title}"`;
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}

/** Reads `details` of the contract, and the list that FastAPI writes into `detail` by itself. */
function readFields(body: unknown): readonly FieldProblem[] {
  if (!isRecord(body)) return [];
  if (Array.isArray(body.details)) {
    return body.details.filter(isRecord).map((it) => problem(it.field, it.message, it.type));
  }
  if (!Array.isArray(body.detail)) return [];
  return body.detail.filter(isRecord).map((it) => problem(bodyPath(it.loc), it.msg, it.type));
}

function problem(field: unknown, message: unknown, type: unknown): FieldProblem {
  return { field: String(field ?? ""), message: String(message ?? ""), type: String(type ?? "") };
}

/** FastAPI begins with the part of the request; for its body that says nothing. */
function bodyPath(location: unknown): string {
  if (!Array.isArray(location)) return "";
  return fieldPath(location[0] === "body" ? location.slice(1) : location);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
