import { ArgumentError } from "../../errors/argument.ts";
import type { NumberExpr } from "../expression.ts";
import type { Scope } from "../kinds.ts";
import { functionNode } from "../make.ts";
import type { ExprFunction, Interpolation, RollingFunction } from "../node.ts";
import { interpolations } from "../vocabulary.ts";
import { checkWhole } from "./input.ts";
import { freedom, NumberTotals } from "./totals.ts";

/** Options of a rolling window. */
export interface RollingOptions {
  /** Values that are not null a window must hold to have a result. Default the window's size. */
  readonly minSamples?: number;
  /** Puts the row in the middle of its window, which then reads the future. Default false: the row is the last. */
  readonly center?: boolean;
}

/** Options of a rolling deviation. */
export interface RollingDeviationOptions extends RollingOptions {
  /** Delta degrees of freedom: the divisor is the number of values less this. Default 1. */
  readonly ddof?: number;
}

/** Options of a rolling quantile. */
export interface RollingQuantileOptions extends RollingOptions {
  /** How a quantile that falls between two values is taken. Default `nearest`. */
  readonly interpolation?: Interpolation;
}

/** What an exponentially weighted mean is told. */
export interface EwmOptions {
  /** The first values weigh less than they should; this makes up for it. Default true, as in Polars. */
  readonly adjust?: boolean;
  /** Values that are not null needed before the first result. Default 1. */
  readonly minSamples?: number;
  /** Weights by position among the values that are there, instead of by row. Default false. */
  readonly ignoreNulls?: boolean;
}

/** How fast the weights of an exponentially weighted mean fall: exactly one of these. */
export type EwmDecay =
  /** Weight of the newest value, above 0 and up to 1. */
  | { readonly alpha: number; readonly span?: never; readonly halfLife?: never; readonly com?: never }
  /** alpha = 2 / (span + 1), at least 1: the period of the usual EMA. */
  | { readonly span: number; readonly alpha?: never; readonly halfLife?: never; readonly com?: never }
  /** Rows after which a weight has halved, above 0. */
  | { readonly halfLife: number; readonly alpha?: never; readonly span?: never; readonly com?: never }
  /** Centre of mass: alpha = 1 / (1 + com), at least 0. */
  | { readonly com: number; readonly alpha?: never; readonly span?: never; readonly halfLife?: never };

type RollingNode = Extract<ExprFunction, { readonly name: "rolling" }>;

/**
 * Functions of the last rows. A window is the row and those before it, `windowSize` in all. It leaves nulls out, and
 * without `minSamples` has a result only when it holds no null. One NaN makes it NaN, save that quantiles take NaN for
 * the largest value.
 */
export abstract class NumberWindows<S extends Scope = never> extends NumberTotals<S> {
  /**
   * Mean of the last `windowSize` rows.
   *
   * @example
   * col("close").gt(col("close").rollingMean(20));
   * col("volume").rollingMean(20, { minSamples: 1 });
   */
  rollingMean(windowSize: number, options: RollingOptions = {}): NumberExpr<S> {
    return this.#rolling("mean", windowSize, options);
  }

  /** Sum of the last `windowSize` rows. */
  rollingSum(windowSize: number, options: RollingOptions = {}): NumberExpr<S> {
    return this.#rolling("sum", windowSize, options);
  }

  /** Smallest of the last `windowSize` rows. */
  rollingMin(windowSize: number, options: RollingOptions = {}): NumberExpr<S> {
    return this.#rolling("min", windowSize, options);
  }

  /** Largest of the last `windowSize` rows. */
  rollingMax(windowSize: number, options: RollingOptions = {}): NumberExpr<S> {
    return this.#rolling("max", windowSize, options);
  }

  /**
   * Standard deviation of the last `windowSize` rows; null where there are no more values than `ddof`.
   *
   * @example
   * col("close").rollingStd(20, { ddof: 0 });
   */
  rollingStd(windowSize: number, options: RollingDeviationOptions = {}): NumberExpr<S> {
    return this.#rolling("std", windowSize, options, { ddof: freedom(options.ddof, "rollingStd") });
  }

  /** Variance of the last `windowSize` rows; null where there are no more values than `ddof`. */
  rollingVar(windowSize: number, options: RollingDeviationOptions = {}): NumberExpr<S> {
    return this.#rolling("var", windowSize, options, { ddof: freedom(options.ddof, "rollingVar") });
  }

  /** Median of the last `windowSize` rows. Written as what it is, the quantile 0.5 with linear interpolation. */
  rollingMedian(windowSize: number, options: RollingOptions = {}): NumberExpr<S> {
    return this.rollingQuantile(0.5, windowSize, { ...options, interpolation: "linear" });
  }

  /**
   * Quantile of the last `windowSize` rows: 0 is the smallest, 1 the largest.
   *
   * @example
   * col("volume").gt(col("volume").rollingQuantile(0.9, 50, { interpolation: "linear" }));
   */
  rollingQuantile(quantile: number, windowSize: number, options: RollingQuantileOptions = {}): NumberExpr<S> {
    const { interpolation = "nearest" } = options;
    if (!(quantile >= 0 && quantile <= 1)) {
      throw new ArgumentError(`rollingQuantile takes a quantile from 0 to 1, not ${quantile}`, { quantile });
    }
    if (!Object.hasOwn(interpolations, interpolation)) {
      throw new ArgumentError(
        `rollingQuantile has no interpolation "${interpolation}"; use one of ${Object.keys(interpolations).join(", ")}`,
      );
    }
    return this.#rolling("quantile", windowSize, options, { quantile, interpolation });
  }

  /**
   * Exponentially weighted mean. With `adjust: false` it is the usual EMA that starts at the first value. Null where
   * the value is null; one NaN makes all that follow NaN.
   *
   * @example
   * col("close").ewmMean({ span: 20, adjust: false });
   * col("close").ewmMean({ alpha: 0.1, minSamples: 10 });
   */
  ewmMean(options: EwmDecay & EwmOptions): NumberExpr<S> {
    const { adjust = true, minSamples = 1, ignoreNulls = false } = options;
    checkWhole(minSamples, "ewmMean", "a whole number of minSamples", 0);
    const fn = {
      name: "ewmMean",
      alpha: alphaOf(options),
      adjust,
      minPeriods: minSamples,
      ignoreNulls,
    } as const;
    return this.numberOf(functionNode(fn, this.node));
  }

  #rolling(
    fn: RollingFunction,
    windowSize: number,
    { minSamples = windowSize, center = false }: RollingOptions,
    parameters: Pick<RollingNode, "ddof" | "quantile" | "interpolation"> = {},
  ): NumberExpr<S> {
    const method = `rolling${fn.charAt(0).toUpperCase()}${fn.slice(1)}`;
    checkWhole(windowSize, method, "a whole number of rows", 1);
    checkWhole(minSamples, method, "a whole number of minSamples", 0, windowSize);
    const node = { name: "rolling", fn, windowSize, minPeriods: minSamples, center, ...parameters } as const;
    return this.numberOf(functionNode(node, this.node));
  }
}

/** The formulas of Polars. */
function alphaOf({ alpha, span, halfLife, com }: EwmDecay): number {
  const given = [alpha, span, halfLife, com].filter((value) => value !== undefined);
  if (given.length !== 1)
    throw new ArgumentError("ewmMean takes exactly one of alpha, span, halfLife and com");
  const value =
    alpha ??
    (span !== undefined && span >= 1
      ? 2 / (span + 1)
      : halfLife !== undefined && halfLife > 0
        ? 1 - Math.exp(-Math.LN2 / halfLife)
        : com !== undefined && com >= 0
          ? 1 / (1 + com)
          : Number.NaN);
  if (!(value > 0 && value <= 1)) {
    throw new ArgumentError(
      "ewmMean takes an alpha above 0 and up to 1, a span of at least 1, a halfLife above 0, or a com of at least 0",
    );
  }
  return value;
}
