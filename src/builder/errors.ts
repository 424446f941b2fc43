import { TradePoseError } from "../errors/base.ts";

/** One thing that is wrong with a strategy, and what to do about it. */
export interface BuildProblem {
  /** Wire path of the field: `base_blueprint.entry_triggers[0].conditions[1]`. */
  readonly path: string;
  readonly message: string;
}

/** Everything that is wrong with a strategy, blueprint or portfolio, found in one go. Code `STRATEGY_BUILD`. */
export class StrategyBuildError extends TradePoseError {
  override readonly name: string = "StrategyBuildError";
  /** In the order of the fields; never empty. */
  readonly problems: readonly BuildProblem[];

  /** @param subject What was built: `strategy "trend"`. */
  constructor(subject: string, problems: readonly BuildProblem[]) {
    const list = problems.map(({ path, message }) => `- ${path}: ${message}`).join("\n");
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super(`${subject} has ${count}:\n${list}`, { code: "STRATEGY_BUILD", context: { problems } });
    this.problems = Object.freeze([...problems]);
  }
}

/** Collects problems; a scope of it prefixes their paths. */
export class Problems {
  readonly #found: BuildProblem[];
  readonly #prefix: string;

  constructor(found: BuildProblem[] = [], prefix = "") {
    this.#found = found;
    this.#prefix = prefix;
  }

  add(path: string, message: string): void {
    this.addAt(this.path(path), message);
  }

  /** Of a field whose full path is known. */
  addAt(path: string, message: string): void {
    this.#found.push(Object.freeze({ path, message }));
  }

  /** The full path of a field. */
  path(path: string): string {
    return this.#prefix === "" ? path : `${this.#prefix}.${path}`;
  }

  /** The same collection, one field down. */
  under(path: string): Problems {
    return new Problems(this.#found, this.path(path));
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  error(subject: string): StrategyBuildError {
    return new StrategyBuildError(subject, this.#found);
  }

  throwIfAny(subject: string): void {
    if (!this.isEmpty) throw this.error(subject);
  }
}
