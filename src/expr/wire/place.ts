import { ExprReadError } from "../errors.ts";
import { MAX_EXPR_DEPTH, MAX_EXPR_NODES, MAX_EXPR_VALUES } from "../limits.ts";

/** What was read so far, shared by all places of one expression. */
interface Budget {
  nodes: number;
  values: number;
}

/** For messages: the beginning of a text that may be of any length. */
export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}

/** Where in the JSON the reader is. The path is spelled out only when something is wrong there. */
export class Place {
  readonly #parent: Place | undefined;
  readonly #key: string | number;
  readonly #budget: Budget;
  /** Nodes from the root to here. */
  readonly depth: number;

  private constructor(parent: Place | undefined, key: string | number, depth: number, budget: Budget) {
    this.#parent = parent;
    this.#key = key;
    this.depth = depth;
    this.#budget = budget;
  }

  static root(path: string): Place {
    return new Place(undefined, path, 0, { nodes: 0, values: 0 });
  }

  at(key: string | number): Place {
    return new Place(this, key, this.depth, this.#budget);
  }

  /** The same place, one node deeper; refuses what goes beyond the limits. */
  enter(): Place {
    if (this.depth >= MAX_EXPR_DEPTH) this.fail(`the expression is nested deeper than ${MAX_EXPR_DEPTH}`);
    this.#budget.nodes += 1;
    if (this.#budget.nodes > MAX_EXPR_NODES) {
      this.fail(`the expression has more than ${MAX_EXPR_NODES} nodes`);
    }
    return new Place(this.#parent, this.#key, this.depth + 1, this.#budget);
  }

  /** Counts a value that is kept without being understood. */
  countValue(): void {
    this.#budget.values += 1;
    if (this.#budget.values > MAX_EXPR_VALUES) {
      this.fail(`the expression holds more than ${MAX_EXPR_VALUES} values of unknown meaning`);
    }
  }

  get path(): string {
    if (this.#parent === undefined) return String(this.#key);
    const before = this.#parent.path;
    if (typeof this.#key === "number") return `${before}[${this.#key}]`;
    const key = shorten(this.#key);
    return before === "" ? key : `${before}.${key}`;
  }

  fail(problem: string): never {
    throw new ExprReadError(this.path, problem);
  }
}
