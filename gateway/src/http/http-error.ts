import type { ErrorResponse, FieldProblem } from "tradepose-client/models";

/** An answer that is an error of the caller's; everything else that is thrown becomes a 500 without particulars. */
export class HttpError extends Error {
  readonly status: number;
  readonly details: readonly FieldProblem[] | undefined;

  constructor(status: number, detail: string, details?: readonly FieldProblem[]) {
    super(detail);
    this.name = "HttpError";
    this.status = status;
    this.details = details;
  }

  get body(): ErrorResponse {
    return this.details === undefined
      ? { detail: this.message }
      : { detail: this.message, details: [...this.details] };
  }
}

/** 404 for things that do not exist and for things of other users alike. */
export function notFound(what: string): HttpError {
  return new HttpError(404, `${what} does not exist.`);
}

/** 501 for what the contract knows and this gateway does not do. */
export function notAvailable(what: string): HttpError {
  return new HttpError(501, `${what} is not available on this gateway.`);
}

/** 422 whose sentence names the first problem; `details` names them all. */
export function unprocessable(problems: readonly FieldProblem[]): HttpError {
  const first = problems[0];
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more, see details)` : "";
  const detail =
    first === undefined ? "The request cannot be processed." : `${first.field}: ${first.message}${more}`;
  return new HttpError(422, detail, problems);
}
