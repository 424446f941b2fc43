import { ArgumentError } from "../errors/argument.ts";
import {
  type BooleanExpr,
  type ExprByKind,
  expressionOf,
  type NumberExpr,
  type TextExpr,
  type TimeExpr,
} from "./expression.ts";
import type { Expr } from "./fluent/expr.ts";
import { type BooleanInput, type InputByKind, inputKind, inputNode } from "./fluent/input.ts";
import type { ScalarKind, Scope } from "./kinds.ts";
import { literalNode } from "./literal.ts";
import { ternaryNode } from "./make.ts";
import type { ExprNode } from "./node.ts";

declare const scope: unique symbol;

/** A value whose kind decides the kind of a conditional. */
export type ScalarInput = InputByKind<Scope>[ScalarKind];

/** The kind of a value: `KindOf<5>` is `"number"`. */
export type KindOf<V> = V extends number | NumberExpr<Scope>
  ? "number"
  : V extends boolean | BooleanExpr<Scope>
    ? "boolean"
    : V extends string | TextExpr<Scope>
      ? "text"
      : V extends Date | TimeExpr<Scope>
        ? "time"
        : never;

/** The scope of a value; a plain value has none. */
export type ScopeOf<V> = V extends Expr<infer S> ? S : never;

type Branch = readonly [predicate: ExprNode, value: ExprNode];

/**
 * Starts a conditional: `when(rsi.lt(30)).then(1).otherwise(0)`. The first predicate that is true wins; null counts
 * as false. Further branches follow with `.when(...).then(...)`.
 *
 * @example
 * when(col("close").gt(col("open"))).then(col("high")).otherwise(col("low"));
 * when(col("volume").lt(100)).then(0).when(col("volume").lt(1_000)).then(1).otherwise(null);
 */
export function when<S extends Scope = never>(predicate: BooleanInput<S>): When<S> {
  return new When(inputNode(predicate, "boolean"));
}

/** A conditional that waits for its first value. */
export class When<S extends Scope = never> {
  declare readonly [scope]: S;
  readonly #predicate: ExprNode;

  constructor(predicate: ExprNode) {
    this.#predicate = predicate;
  }

  // biome-ignore lint/suspicious/noThenProperty: the name Polars gives it; nobody awaits a conditional.
  then<V extends ScalarInput>(value: V): Conditional<KindOf<V>, S | ScopeOf<V>> {
    const kind = inputKind(value);
    if (kind === undefined || kind === "struct" || kind === "list") {
      throw new ArgumentError("then takes a number, boolean, text, time or an expression of one of these");
    }
    // The kind was just read off the value that KindOf looks at.
    return new Conditional(kind as KindOf<V>, [[this.#predicate, inputNode(value, kind)]]);
  }
}

/** A conditional with at least one branch; `otherwise` completes it. */
export class Conditional<K extends ScalarKind, S extends Scope = never> {
  declare readonly [scope]: S;
  readonly #kind: K;
  readonly #branches: readonly Branch[];

  constructor(kind: K, branches: readonly Branch[]) {
    this.#kind = kind;
    this.#branches = branches;
  }

  /** Another branch, tried when none before it was true. */
  when<T extends Scope = never>(predicate: BooleanInput<T>): ConditionalWhen<K, S | T> {
    return new ConditionalWhen(this.#kind, this.#branches, inputNode(predicate, "boolean"));
  }

  /** The value where no predicate is true; null leaves it empty. */
  otherwise<T extends Scope = never>(value: InputByKind<T>[K] | null): ExprByKind<S | T>[K] {
    const node = this.#branches.reduceRight(
      (falsy, [predicate, truthy]) => ternaryNode(predicate, truthy, falsy),
      value === null ? literalNode(null) : inputNode(value, this.#kind),
    );
    return expressionOf(this.#kind, node);
  }
}

/** A further branch that waits for its value. */
export class ConditionalWhen<K extends ScalarKind, S extends Scope = never> {
  declare readonly [scope]: S;
  readonly #kind: K;
  readonly #branches: readonly Branch[];
  readonly #predicate: ExprNode;

  constructor(kind: K, branches: readonly Branch[], predicate: ExprNode) {
    this.#kind = kind;
    this.#branches = branches;
    this.#predicate = predicate;
  }

  // biome-ignore lint/suspicious/noThenProperty: the name Polars gives it; nobody awaits a conditional.
  then<T extends Scope = never>(value: InputByKind<T>[K]): Conditional<K, S | T> {
    return new Conditional(this.#kind, [...this.#branches, [this.#predicate, inputNode(value, this.#kind)]]);
  }
}
