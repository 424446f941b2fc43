import type { BooleanExpr } from "../expression.ts";
import type { Scope } from "../kinds.ts";
import { binaryNode, functionNode } from "../make.ts";
import type { BinaryOperator } from "../node.ts";
import { type BooleanInput, inputNode } from "./input.ts";
import { ScalarExpr } from "./scalar.ts";

/** What joins and turns conditions. */
export abstract class BooleanMethods<S extends Scope = never> extends ScalarExpr<"boolean", S> {
  /**
   * Whether both are true: false where either is false, else null where either is null.
   *
   * @example
   * col("close").gt(col("open")).and(col("volume").gt(0));
   */
  and<T extends Scope = never>(other: BooleanInput<T>): BooleanExpr<S | T> {
    return this.#logic("and", other);
  }

  /** Whether one or both are true: true where either is true, else null where either is null. */
  or<T extends Scope = never>(other: BooleanInput<T>): BooleanExpr<S | T> {
    return this.#logic("or", other);
  }

  /** True where exactly one side is true; null where either is null. */
  xor<T extends Scope = never>(other: BooleanInput<T>): BooleanExpr<S | T> {
    return this.#logic("xor", other);
  }

  /** The opposite; null stays null. */
  not(): BooleanExpr<S> {
    return this.booleanOf(functionNode({ name: "not" }, this.node));
  }

  #logic<T extends Scope>(op: BinaryOperator, other: BooleanInput<T>): BooleanExpr<S | T> {
    return this.booleanOf(binaryNode(op, this.node, inputNode(other, "boolean")));
  }
}
