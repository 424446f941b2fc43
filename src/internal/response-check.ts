import { type FailedResponse, type FieldProblem, InvalidResponseError } from "../errors/request.ts";
import type { Operation } from "../generated/transport.ts";
import type { Logger } from "./logger.ts";
import type { Redactor } from "./redact.ts";
import { contradictions, type Validation } from "./validate.ts";

const SHOWN = 3;
/** Different problems that are remembered as told. */
const REMEMBERED = 1_000;

/** Checks answers against the models of the contract, and tells of each kind of problem once. */
export class ResponseCheck {
  readonly #validation: Validation;
  readonly #logger: Logger;
  readonly #told = new Set<string>();

  constructor(validation: Validation, logger: Logger) {
    this.#validation = validation;
    this.#logger = logger;
  }

  /** @throws InvalidResponseError with `validate: "throw"`, when the data does not fit. */
  check(operation: Operation, data: unknown, response: FailedResponse, redactor: Redactor): void {
    if (this.#validation === "off" || operation.model === undefined) return;
    const problems = contradictions(operation.model(), data).map(({ field, message, type }) => ({
      field: redactor.text(field),
      message: redactor.text(message),
      type,
    }));
    if (problems.length === 0) return;
    const where = `${response.method} ${response.url} answered with what the contract does not allow`;
    if (this.#validation === "throw") {
      throw new InvalidResponseError(
        `${where}: ${list(problems)}`,
        { ...response, body: redactor.value(data) },
        problems,
      );
    }
    const fresh = problems.filter((it) => this.#isNew(operation, it));
    if (fresh.length > 0) this.#logger.warn(`${where}: ${list(fresh)}`);
  }

  #isNew(operation: Operation, { field, type }: FieldProblem): boolean {
    const kind = `${operation.id} ${field.replace(/\[\d+\]/g, "[]")} ${type}`;
    if (this.#told.has(kind) || this.#told.size >= REMEMBERED) return false;
    this.#told.add(kind);
    return true;
  }
}

function list(problems: readonly FieldProblem[]): string {
  const shown = problems.slice(0, SHOWN).map(({ field, message }) => `${field || "the body"}: ${message}`);
  const rest = problems.length - shown.length;
  return shown.join("; ") + (rest > 0 ? `; and ${rest} more` : "");
}
