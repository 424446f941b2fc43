import type { Calendar } from "../engine/calendar/calendar.ts";
import { type Freq, intradayStep } from "../engine/calendar/freq.ts";
import { BarBuilder } from "./bar-columns.ts";
import type { BarRule } from "./errors.ts";

const DAY = 86_400_000;

/** A bar that breaks a rule. */
export interface BarViolation {
  readonly rule: BarRule;
  readonly reason: string;
}

/** What was noticed about a series that breaks no rule. */
export interface BarQuality {
  /**
   * Places where bars seem to be missing: within one session day for intraday bars, more than 5 days for daily, 2
   * weeks for weekly, 2 months for monthly ones.
   */
  readonly gaps: number;
  /** The widest of these places: open times of the bars around it. */
  readonly widestGap: { readonly from: Date; readonly to: Date } | undefined;
  /** Bars without volume. */
  readonly zeroVolume: number;
}

/** Takes bars one by one, keeps the good ones and says what is wrong with a bad one. */
export class BarChecker {
  readonly bars = new BarBuilder();
  readonly #freq: Freq;
  readonly #step: number | undefined;
  readonly #calendar: Calendar;
  readonly #allowNegative: boolean;
  #first = Number.NaN;
  #last = Number.NEGATIVE_INFINITY;
  #gaps = 0;
  #widest = 0;
  #widestTo = 0;
  #zeroVolume = 0;

  constructor(freq: Freq, calendar: Calendar, allowNegative: boolean) {
    this.#freq = freq;
    this.#step = intradayStep(freq);
    this.#calendar = calendar;
    this.#allowNegative = allowNegative;
  }

  /** Open time of the first bar; NaN while there is none. */
  get first(): number {
    return this.#first;
  }

  /** Open time of the last bar; negative infinity while there is none. */
  get last(): number {
    return this.#last;
  }

  /**
   * All arguments are finite.
   * @returns what is wrong with the bar, which is then not taken.
   */
  add(
    ts: number,
    open: number,
    high: number,
    low: number,
    close: number,
    volume: number,
  ): BarViolation | undefined {
    if (!(ts > this.#last)) return this.#notLater(ts);
    if (!(low <= open && low <= close && open <= high && close <= high)) {
      return { rule: "range", reason: rangeReason(open, high, low, close) };
    }
    if (!this.#allowNegative && !(low > 0))
      return { rule: "positive", reason: `the low ${low} is not above 0` };
    if (!(volume >= 0)) return { rule: "volume", reason: `the volume ${volume} is below 0` };
    const tooFine = this.#followsAs(ts);
    if (tooFine !== undefined) return tooFine;

    if (volume === 0) this.#zeroVolume += 1;
    if (this.bars.length === 0) this.#first = ts;
    this.bars.push(ts, open, high, low, close, volume);
    this.#last = ts;
    return undefined;
  }

  quality(): BarQuality {
    return {
      gaps: this.#gaps,
      widestGap:
        this.#gaps === 0
          ? undefined
          : { from: new Date(this.#widestTo - this.#widest), to: new Date(this.#widestTo) },
      zeroVolume: this.#zeroVolume,
    };
  }

  #notLater(ts: number): BarViolation {
    const same = ts === this.#last;
    return {
      rule: "increasing",
      reason: `the bar at ${new Date(ts).toISOString()} is ${same ? "there twice" : `before the one above it, ${new Date(this.#last).toISOString()}`}`,
    };
  }

  /** Compares the distance to the bar before with the frequency: too close is a violation, too far is noted. */
  #followsAs(ts: number): BarViolation | undefined {
    const distance = ts - this.#last;
    if (distance === this.#step || this.bars.length === 0) return undefined;
    const shares =
      this.#step === undefined || distance < this.#step
        ? ts < this.#calendar.binAt(this.#freq, this.#last).end
        : false;
    if (shares) {
      return {
        rule: "frequency",
        reason: `the bars at ${new Date(this.#last).toISOString()} and ${new Date(ts).toISOString()} are finer than ${this.#freq}`,
      };
    }
    if (this.#isGap(ts, distance)) {
      this.#gaps += 1;
      if (distance > this.#widest) {
        this.#widest = distance;
        this.#widestTo = ts;
      }
    }
    return undefined;
  }

  #isGap(ts: number, distance: number): boolean {
    if (this.#step !== undefined) {
      return distance > this.#step && this.#calendar.dayAt(this.#last) === this.#calendar.dayAt(ts);
    }
    const usual = this.#freq === "1D" ? 5 : this.#freq === "1W" ? 14 : 62;
    return distance > usual * DAY;
  }
}

function rangeReason(open: number, high: number, low: number, close: number): string {
  if (low > high) return `the low ${low} is above the high ${high}`;
  if (open < low) return `the open ${open} is below the low ${low}`;
  if (close < low) return `the close ${close} is below the low ${low}`;
  if (open > high) return `the open ${open} is above the high ${high}`;
  return `the close ${close} is above the high ${high}`;
}
