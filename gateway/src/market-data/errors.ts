/**
 * What can be wrong with market data. The codes are stable; the messages are for people.
 *
 * - `INVALID_FILE`: a file to import breaks a rule; `file`, `line` and `rule` say where and which.
 * - `UNREADABLE_FILE`: a file to import cannot be read at all.
 * - `INVALID_OPTION`: an option of the import is not usable, for example an unknown time zone.
 * - `CONFLICT`: other bars of the instrument are stored already.
 * - `LOCKED`: another process is importing into the folder.
 * - `CORRUPT_STORE`: the folder holds something this program did not write, or not completely.
 */
export type MarketDataErrorCode =
  | "INVALID_FILE"
  | "UNREADABLE_FILE"
  | "INVALID_OPTION"
  | "CONFLICT"
  | "LOCKED"
  | "CORRUPT_STORE";

/** Thrown by everything in market data; nothing was changed when it is thrown. */
export class MarketDataError extends Error {
  override readonly name: string = "MarketDataError";
  readonly code: MarketDataErrorCode;

  constructor(code: MarketDataErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * A rule of bar files that a file broke.
 *
 * - `header`: a first line that names date, open, high, low and close once each.
 * - `fields`: every line has as many fields as the header.
 * - `time`: the time is readable and exists on the clock of the instrument.
 * - `number`: prices and volume are plain decimal numbers.
 * - `positive`: prices are above 0 unless the instrument allows others.
 * - `range`: low <= open, close <= high.
 * - `volume`: volume is 0 or more.
 * - `increasing`: every bar is later than the one before.
 * - `frequency`: no two bars lie in one bin of the stated frequency.
 * - `empty`: there is at least one bar.
 */
export type BarRule =
  | "header"
  | "fields"
  | "time"
  | "number"
  | "positive"
  | "range"
  | "volume"
  | "increasing"
  | "frequency"
  | "empty";

/** Where and how a file breaks a rule. */
export interface BarFileProblem {
  readonly file: string;
  /** Counted from 1; the header is a line. */
  readonly line: number;
  readonly rule: BarRule;
  /** What is wrong, without the place. */
  readonly reason: string;
  /** The offending text as it stands in the file, cut at 120 characters. */
  readonly text: string;
}

/** A bar file breaks a rule. */
export class BarFileError extends MarketDataError {
  override readonly name = "BarFileError";
  readonly file: string;
  readonly line: number;
  readonly rule: BarRule;
  readonly text: string;

  constructor(problem: BarFileProblem) {
    const { file, line, rule, reason, text } = problem;
    super("INVALID_FILE", `${file}:${line}: ${reason} (rule "${rule}")${text === "" ? "" : `: ${text}`}`);
    this.file = file;
    this.line = line;
    this.rule = rule;
    this.text = text;
  }
}
