import { ArgumentError } from "../../errors/argument.ts";
import type { BooleanExpr, NumberExpr } from "../expression.ts";
import type { Scope } from "../kinds.ts";
import { literalNode } from "../literal.ts";
import { binaryNode, functionNode } from "../make.ts";
import type { BinaryOperator } from "../node.ts";
import { checkWhole, inputNode, type NumberInput } from "./input.ts";
import { ScalarExpr } from "./scalar.ts";

/** How a number half-way between two is rounded: to the even one, or to the one further from 0. */
export type RoundMode = "halfToEven" | "halfAwayFromZero";

/** Functions of one number that have no parameters. */
type PlainName = "abs" | "negate" | "sign" | "sqrt" | "floor" | "ceil";
type TestName = "isNan" | "isNotNan" | "isFinite" | "isInfinite";

/** Arithmetic on the values of a row. Null gives null, NaN gives NaN, where nothing else is said. */
export abstract class NumberArithmetic<S extends Scope = never> extends ScalarExpr<"number", S> {
  /** Sum. */
  add<T extends Scope = never>(other: NumberInput<T>): NumberExpr<S | T> {
    return this.#arithmetic("add", other);
  }

  /** Difference: this less `other`. */
  sub<T extends Scope = never>(other: NumberInput<T>): NumberExpr<S | T> {
    return this.#arithmetic("sub", other);
  }

  /** Product. */
  mul<T extends Scope = never>(other: NumberInput<T>): NumberExpr<S | T> {
    return this.#arithmetic("mul", other);
  }

  /** True division, as Python's `/`: always a float. By 0 it is infinite, or NaN for 0. */
  div<T extends Scope = never>(other: NumberInput<T>): NumberExpr<S | T> {
    return this.#arithmetic("trueDivide", other);
  }

  /** Division rounded down. Of integers by 0 it is null. */
  floorDiv<T extends Scope = never>(other: NumberInput<T>): NumberExpr<S | T> {
    return this.#arithmetic("floorDivide", other);
  }

  /** Remainder of `floorDiv`; it has the sign of `other`. */
  mod<T extends Scope = never>(other: NumberInput<T>): NumberExpr<S | T> {
    return this.#arithmetic("modulo", other);
  }

  /**
   * Power. Of a negative number with a broken exponent it is NaN. An integer takes no negative whole exponent: cast it
   * to `Float64` first.
   */
  pow<T extends Scope = never>(exponent: NumberInput<T>): NumberExpr<S | T> {
    return this.numberOf(functionNode({ name: "pow" }, this.node, inputNode(exponent, "number")));
  }

  /** Square root; NaN for a negative number. */
  sqrt(): NumberExpr<S> {
    return this.#plain("sqrt");
  }

  /** The number with its sign changed. */
  neg(): NumberExpr<S> {
    return this.#plain("negate");
  }

  /** Distance from 0. */
  abs(): NumberExpr<S> {
    return this.#plain("abs");
  }

  /** -1, 0 or 1. */
  sign(): NumberExpr<S> {
    return this.#plain("sign");
  }

  /** The whole number at or below. */
  floor(): NumberExpr<S> {
    return this.#plain("floor");
  }

  /** The whole number at or above. */
  ceil(): NumberExpr<S> {
    return this.#plain("ceil");
  }

  /**
   * Rounds to decimals, by default to a whole number.
   *
   * @example
   * col("close").round(2);
   * col("close").round(0, "halfAwayFromZero");
   */
  round(decimals = 0, mode: RoundMode = "halfToEven"): NumberExpr<S> {
    checkWhole(decimals, "round", "a whole number of decimals", 0);
    return this.numberOf(functionNode({ name: "round", decimals, mode }, this.node));
  }

  /**
   * The nearest number that is not below `low` and not above `high`; null for either is no bound. Where a bound is an
   * expression that is null on a row, the number stays as it is there.
   *
   * @example
   * col("volume").clip(0, null);
   * col("close").clip(col("low"), col("high"));
   */
  clip<T extends Scope = never>(
    low: NumberInput<T> | null,
    high: NumberInput<T> | null = null,
  ): NumberExpr<S | T> {
    if (low === null && high === null) throw new ArgumentError("clip needs a lower or an upper bound");
    const bounds = [low, high].filter((bound) => bound !== null).map((bound) => inputNode(bound, "number"));
    const fn = { name: "clip", hasMin: low !== null, hasMax: high !== null } as const;
    return this.numberOf(functionNode(fn, this.node, ...bounds));
  }

  /** Difference to the value `bars` base bars earlier; null before the first. Default 1. */
  diff(bars = 1): NumberExpr<S> {
    checkWhole(bars, "diff", "a whole number of bars");
    return this.numberOf(
      functionNode({ name: "diff", nullBehavior: "ignore" }, this.node, literalNode(bars)),
    );
  }

  /**
   * Change against the value `bars` base bars earlier as a fraction: 0.01 is one percent. Null before the first; a null
   * between values counts as the value before it, as in Polars 0.51. Default 1.
   *
   * @example
   * col("close").pctChange(5).gt(0.02);
   */
  pctChange(bars = 1): NumberExpr<S> {
    checkWhole(bars, "pctChange", "a whole number of bars");
    return this.numberOf(functionNode({ name: "pctChange" }, this.node, literalNode(bars)));
  }

  /** Whether the value is NaN; null stays null. */
  isNan(): BooleanExpr<S> {
    return this.#test("isNan");
  }

  /** Whether the value is not NaN; null stays null. */
  isNotNan(): BooleanExpr<S> {
    return this.#test("isNotNan");
  }

  /** Whether the value is neither infinite nor NaN; null stays null. */
  isFinite(): BooleanExpr<S> {
    return this.#test("isFinite");
  }

  /** Whether the value is infinite; false for NaN, null stays null. */
  isInfinite(): BooleanExpr<S> {
    return this.#test("isInfinite");
  }

  #plain(name: PlainName): NumberExpr<S> {
    return this.numberOf(functionNode({ name }, this.node));
  }

  #test(name: TestName): BooleanExpr<S> {
    return this.booleanOf(functionNode({ name }, this.node));
  }

  #arithmetic<T extends Scope>(op: BinaryOperator, other: NumberInput<T>): NumberExpr<S | T> {
    return this.numberOf(binaryNode(op, this.node, inputNode(other, "number")));
  }
}
