import type { BarChecker } from "../bar-checker.ts";
import { BarFileError, type BarRule } from "../errors.ts";
import { Fields } from "./fields.ts";
import { type CsvLayout, readHeader } from "./header.ts";
import { type LineBlock, lineBlocks } from "./lines.ts";
import { parseDecimal } from "./number.ts";
import { type TimeContext, TimeReader } from "./time.ts";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = "\ufeff";

/**
 * Reads a CSV file of bars into the checker, block by block, so that a file of any size takes little memory and the
 * event loop turns in between.
 * @throws BarFileError naming the line for the first row that breaks a rule.
 */
export async function readCsv(file: string, times: TimeContext, checker: BarChecker): Promise<void> {
  const reader = new CsvReader(file, times, checker);
  for await (const block of lineBlocks(file)) reader.take(block);
  reader.end();
}

/** The rows of one file. Nothing is allocated per row unless it is refused. */
class CsvReader {
  readonly #file: string;
  readonly #checker: BarChecker;
  readonly #times: TimeReader;
  readonly #fields = new Fields();
  readonly #rowsBefore: number;
  #layout: CsvLayout | undefined;
  #bytes: Buffer = Buffer.alloc(0);
  #line = 0;
  #lineStart = 0;
  #lineEnd = 0;

  constructor(file: string, times: TimeContext, checker: BarChecker) {
    this.#file = file;
    this.#checker = checker;
    this.#times = new TimeReader(times);
    this.#rowsBefore = checker.bars.length;
  }

  take({ bytes, from, to, firstLine }: LineBlock): void {
    this.#bytes = bytes;
    this.#line = firstLine;
    let start = from;
    while (start < to) {
      let end = start;
      while (end < to && bytes[end] !== LINE_FEED) end += 1;
      const next = end + 1;
      if (end > start && bytes[end - 1] === CARRIAGE_RETURN) end -= 1;
      this.#lineStart = start;
      this.#lineEnd = end;
      if (end > start) this.#takeLine();
      start = next;
      this.#line += 1;
    }
  }

  end(): void {
    if (this.#checker.bars.length > this.#rowsBefore) return;
    const reason = this.#layout === undefined ? "the file is empty" : "no bar follows the header";
    throw new BarFileError({ file: this.#file, line: 1, rule: "empty", reason, text: "" });
  }

  #takeLine(): void {
    if (this.#layout === undefined) this.#layout = this.#takeHeader();
    else this.#takeRow(this.#layout);
  }

  #takeHeader(): CsvLayout {
    const text = this.#bytes.toString("utf8", this.#lineStart, this.#lineEnd);
    return readHeader(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text, this.#file, this.#line);
  }

  #takeRow({ delimiter, fieldCount, positions }: CsvLayout): void {
    const fields = this.#fields;
    const count = fields.split(this.#bytes, this.#lineStart, this.#lineEnd, delimiter);
    if (count !== fieldCount) this.#refuseFields(count, fieldCount);

    const time = positions.ts;
    const checker = this.#checker;
    const ts = this.#times.read(this.#bytes, fields.starts[time]!, fields.ends[time]!, checker.last);
    if (Number.isNaN(ts)) this.#refuse("time", this.#times.problem, fields.starts[time], fields.ends[time]);
    const open = this.#number(positions.open, "open");
    const high = this.#number(positions.high, "high");
    const low = this.#number(positions.low, "low");
    const close = this.#number(positions.close, "close");
    const at = positions.volume;
    const volume = at === undefined || fields.starts[at] === fields.ends[at] ? 0 : this.#number(at, "volume");

    const violation = checker.add(ts, open, high, low, close, volume);
    if (violation !== undefined) this.#refuse(violation.rule, violation.reason);
  }

  #number(field: number, name: string): number {
    const start = this.#fields.starts[field]!;
    const end = this.#fields.ends[field]!;
    const value = parseDecimal(this.#bytes, start, end);
    if (!Number.isNaN(value)) return value;
    if (start === end) return this.#refuse("number", `the ${name} is missing`);
    return this.#refuse("number", `the ${name} is not a decimal number such as 1234.5`, start, end);
  }

  #refuseFields(count: number, expected: number): never {
    if (count === -1) this.#refuse("fields", "a quoted field does not end where the field ends");
    return this.#refuse("fields", `the line has ${count} fields and the header ${expected}`);
  }

  /** Names the place; the offending text is the bytes `from` up to `to`, by default the whole line. */
  #refuse(rule: BarRule, reason: string, from = this.#lineStart, to = this.#lineEnd): never {
    const text = this.#bytes.toString("utf8", from, to).slice(0, 120);
    throw new BarFileError({ file: this.#file, line: this.#line, rule, reason, text });
  }
}
