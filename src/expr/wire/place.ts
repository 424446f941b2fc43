import { ExprReadError } from "../errors.ts";
import { MAX_EXPR_DEPTH, MAX_EXPR_NODES } from "../limits.ts";

/** Nodes read so far, shared by all places of one expression. */
interface Budget {
  nodes: number;
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
    return new Place(undefined, path, 0, { nodes: 0 });
  }

  at(key: string | number): Place {
    return new Place(this, key, this.depth, this.#budget);
  }

  /** The same place, one node deeper; refuses what goes beyond the limits. */
  enter(): Place {
    if (this.depth >= MAX_EXPR_DEPTH) this.fail(`the expression is nested deeper than ${MAX_EXPR_DEPTH}`);
    this.count();
    return new Place(this.#parent, this.#key, this.depth + 1, this.#budget);
  }

  count(): void {
    this.#budget.nodes += 1;
    if (this.#budget.nodes > MAX_EXPR_NODES) {
      this.fail(`the expression has more than ${MAX_EXPR_NODES} nodes`);
    }
  }

  get path(): string {
    if (this.#parent === undefined) return String(this.#key);
    const before = this.#parent.path;
    if (typeof this.#key === "number") return `${before}[${this.#key}]`;
    return before === "" ? this.#key : `${before}.${this.#key}`;
  }

  fail(problem: string): never {
    throw new ExprReadError(this.path, problem);
  }
}
