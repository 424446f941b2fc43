import { ArgumentError } from "../../errors/argument.ts";
import type { BooleanExpr, ExprByKind, NumberExpr, TimeExpr } from "../expression.ts";
import type { Scope } from "../kinds.ts";
import { typedLiteralNode } from "../literal.ts";
import { binaryNode, functionNode } from "../make.ts";
import type { ExprFunction, ExprNode, TemporalPart } from "../node.ts";
import type { ClockText } from "./clock.ts";
import { inputNode, type TimeInput } from "./input.ts";
import { ScalarExpr } from "./scalar.ts";

/** What is asked of dates, times and spans between them. */
export abstract class TimeMethods<S extends Scope = never> extends ScalarExpr<"time", S> {
  /**
   * Parts of the time and its time zone.
   *
   * @example
   * col("ts").dt.hour().gtEq(9);
   * col("ts").dt.convertTimeZone("America/New_York").dt.weekday().ltEq(5);
   */
  get dt(): TimeParts<S> {
    return new TimeParts(this.node, (kind, node) => this.wrap(kind, node));
  }

  /**
   * Whether the time of day lies from `start`, which belongs to the window, to `end`, which does not: bars of one
   * minute from 09:30 to 16:00 are those of 09:30 to 15:59. A `start` after `end` is a window over midnight. Null stays
   * null.
   *
   * @param start time of day, as `09:30` or `09:30:00`
   * @param end time of day; `00:00` is the end of the day
   * @param timeZone IANA name of the zone whose clock is meant, its summer time included; default the expression's
   * own, UTC where it has none
   * @example
   * col("ts").timeBetween("09:30", "16:00", "America/New_York");
   * col("ts").timeBetween("22:00", "02:00");
   */
  timeBetween<A extends string, B extends string>(
    start: A & ClockText<A>,
    end: B & ClockText<B>,
    timeZone?: string,
  ): BooleanExpr<S> {
    const from = typedLiteralNode(start, "Time");
    const to = typedLiteralNode(end, "Time");
    if (from.value === to.value) {
      throw new ArgumentError(`timeBetween takes two times of day, not ${start} twice`, { start, end });
    }
    const local = timeZone === undefined ? this.dt : this.dt.convertTimeZone(timeZone).dt;
    const time = local.time().node;
    // The literals are of one type, whose values are numbers.
    const overMidnight = Number(from.value) > Number(to.value);
    const after = binaryNode("gtEq", time, from);
    return this.booleanOf(binaryNode(overMidnight ? "or" : "and", after, binaryNode("lt", time, to)));
  }

  /**
   * A time moved on by a span.
   *
   * @example
   * col("ts").add(duration({ minutes: 30 }));
   */
  add<T extends Scope = never>(span: TimeExpr<T>): TimeExpr<S | T> {
    return this.wrap<"time", S | T>("time", binaryNode("add", this.node, inputNode(span, "time")));
  }

  /**
   * The span since another time, or a time moved back by a span.
   *
   * @example
   * col("ts").sub(col("ts").shift(1)).dt.totalMinutes().gt(60);
   */
  sub<T extends Scope = never>(other: TimeInput<T>): TimeExpr<S | T> {
    return this.wrap<"time", S | T>("time", binaryNode("sub", this.node, inputNode(other, "time")));
  }
}

type Wrap<S extends Scope> = <K extends "number" | "time">(kind: K, node: ExprNode) => ExprByKind<S>[K];

/**
 * Parts of a time. They are UTC unless `convertTimeZone` came before. Null gives null. Parts that are numbers are
 * small integers: cast them to `Int32` before they are multiplied.
 */
export class TimeParts<S extends Scope = never> {
  readonly #node: ExprNode;
  readonly #wrap: Wrap<S>;

  constructor(node: ExprNode, wrap: Wrap<S>) {
    this.#node = node;
    this.#wrap = wrap;
  }

  /** Calendar year. */
  year(): NumberExpr<S> {
    return this.#part("year");
  }

  /** 1 to 12. */
  month(): NumberExpr<S> {
    return this.#part("month");
  }

  /** Day of the month, 1 to 31. */
  day(): NumberExpr<S> {
    return this.#part("day");
  }

  /** 0 to 23. */
  hour(): NumberExpr<S> {
    return this.#part("hour");
  }

  /** 0 to 59. */
  minute(): NumberExpr<S> {
    return this.#part("minute");
  }

  /** 0 to 59. */
  second(): NumberExpr<S> {
    return this.#part("second");
  }

  /** 0 to 999. */
  millisecond(): NumberExpr<S> {
    return this.#part("millisecond");
  }

  /** 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
  weekday(): NumberExpr<S> {
    return this.#part("weekday");
  }

  /** Week of the year, 1 to 53, as ISO 8601 counts. */
  week(): NumberExpr<S> {
    return this.#part("week");
  }

  /** Day of the year, 1 to 366. */
  ordinalDay(): NumberExpr<S> {
    return this.#part("ordinalDay");
  }

  /** The day without its time. */
  date(): TimeExpr<S> {
    return this.#time({ name: "temporal", part: "date" });
  }

  /**
   * The time of day without its day; compare it with `lit("09:30", "Time")`.
   *
   * @example
   * col("ts").dt.time().eq(lit("09:30", "Time"));
   */
  time(): TimeExpr<S> {
    return this.#time({ name: "temporal", part: "time" });
  }

  /** Whole minutes of a span, cut towards 0. Spans are differences of times: `ts.sub(ts.shift(1))`. */
  totalMinutes(): NumberExpr<S> {
    return this.#number({ name: "totalMinutes", fractional: false });
  }

  /**
   * The same instant on the clocks of a time zone; a time without zone is taken as UTC.
   *
   * @param timeZone IANA name, for example `America/New_York`
   */
  convertTimeZone(timeZone: string): TimeExpr<S> {
    checkTimeZone(timeZone);
    return this.#time({ name: "convertTimeZone", timeZone });
  }

  #part(part: TemporalPart): NumberExpr<S> {
    return this.#number({ name: "temporal", part });
  }

  #number(fn: ExprFunction): NumberExpr<S> {
    return this.#wrap("number", functionNode(fn, this.#node));
  }

  #time(fn: ExprFunction): TimeExpr<S> {
    return this.#wrap("time", functionNode(fn, this.#node));
  }
}

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
  } catch (cause) {
    throw new ArgumentError(`"${timeZone}" is no IANA time zone; use a name such as "America/New_York"`, {
      timeZone,
      cause,
    });
  }
}
