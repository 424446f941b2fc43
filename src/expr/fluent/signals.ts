import type { BooleanExpr, NumberExpr } from "../expression.ts";
import type { Scope } from "../kinds.ts";
import { literalNode } from "../literal.ts";
import { binaryNode, castNode, functionNode } from "../make.ts";
import type { BinaryOperator } from "../node.ts";
import { checkWhole, inputNode, type NumberInput } from "./input.ts";
import { NumberWindows } from "./rolling.ts";

/** What traders ask of a price, composed of the other methods. */
export abstract class NumberSignals<S extends Scope = never> extends NumberWindows<S> {
  /**
   * Whether this is above `other` now and was not on the bar before. Never true on the first bar, nor where one of the
   * four values is null: false or null, as the comparison that is known decides.
   *
   * @example
   * col("close").rollingMean(10).crossesAbove(col("close").rollingMean(50));
   * col("close").crossesAbove(5_000);
   */
  crossesAbove<T extends Scope = never>(other: NumberInput<T>): BooleanExpr<S | T> {
    return this.#crosses("gt", "ltEq", other);
  }

  /** Whether this is below `other` now and was not on the bar before. Never true where `crossesAbove` cannot be. */
  crossesBelow<T extends Scope = never>(other: NumberInput<T>): BooleanExpr<S | T> {
    return this.#crosses("lt", "gtEq", other);
  }

  /**
   * The highest of the last `bars` bars, this one included: `rollingMax`. Null until there are that many. For the
   * highest before this bar, shift it.
   *
   * @example
   * col("close").gt(col("high").highest(20).shift(1));
   */
  highest(bars: number): NumberExpr<S> {
    return this.rollingMax(bars);
  }

  /** The lowest of the last `bars` bars, this one included: `rollingMin`. Null until there are that many. */
  lowest(bars: number): NumberExpr<S> {
    return this.rollingMin(bars);
  }

  /**
   * Whether the value rose on each of the last `bars` bars, by default on this one. Null until there are that many
   * bars and one before them, and where a value among them is null. NaN is above every number.
   *
   * @example
   * col("close").isRising(3);
   */
  isRising(bars = 1): BooleanExpr<S> {
    return this.#moves("gt", bars, "isRising");
  }

  /** Whether the value fell on each of the last `bars` bars, by default on this one. Null where `isRising` is. */
  isFalling(bars = 1): BooleanExpr<S> {
    return this.#moves("lt", bars, "isFalling");
  }

  #crosses<T extends Scope>(
    now: BinaryOperator,
    before: BinaryOperator,
    other: NumberInput<T>,
  ): BooleanExpr<S | T> {
    const limit = inputNode(other, "number");
    const earlier = typeof other === "number" ? limit : other.shift(1).node;
    const wasBefore = binaryNode(before, this.shift(1).node, earlier);
    return this.booleanOf(binaryNode("and", binaryNode(now, this.node, limit), wasBefore));
  }

  #moves(op: BinaryOperator, bars: number, method: string): BooleanExpr<S> {
    checkWhole(bars, method, "a whole number of bars", 1);
    const step = binaryNode(op, this.node, this.shift(1).node);
    if (bars === 1) return this.booleanOf(step);
    // A Boolean has no rolling minimum: as numbers, all steps are 1 when the smallest is.
    const rolling = {
      name: "rolling",
      fn: "min",
      windowSize: bars,
      minPeriods: bars,
      center: false,
    } as const;
    const all = functionNode(rolling, castNode(step, "Float64", "strict"));
    return this.booleanOf(binaryNode("eq", all, literalNode(1)));
  }
}
