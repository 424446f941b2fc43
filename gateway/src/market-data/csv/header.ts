import type { BarColumn } from "../bar-columns.ts";
import { BarFileError } from "../errors.ts";

const DELIMITERS = [",", ";", "\t"] as const;

const NAMES: ReadonlyMap<string, BarColumn> = new Map([
  ["date", "ts"],
  ["datetime", "ts"],
  ["time", "ts"],
  ["timestamp", "ts"],
  ["ts", "ts"],
  ["open", "open"],
  ["high", "high"],
  ["low", "low"],
  ["close", "close"],
  ["volume", "volume"],
]);

/** How a CSV file is laid out. */
export interface CsvLayout {
  /** Byte between the fields. */
  readonly delimiter: number;
  readonly fieldCount: number;
  /** Position of each column among the fields; volume may be missing. */
  readonly positions: Readonly<Record<Exclude<BarColumn, "volume">, number>> & {
    readonly volume: number | undefined;
  };
}

/**
 * Reads the first line of a bar file. Names count in any case; columns of other names are ignored; the delimiter is
 * the one of comma, semicolon and tab that the line holds most.
 */
export function readHeader(text: string, file: string, line: number): CsvLayout {
  const refuse = (reason: string): never => {
    throw new BarFileError({ file, line, rule: "header", reason, text: text.slice(0, 120) });
  };
  const delimiter = mostFrequent(text);
  const names = text.split(delimiter).map((name) =>
    name
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .trim()
      .toLowerCase(),
  );
  const found = new Map<BarColumn, number>();
  names.forEach((name, at) => {
    const column = NAMES.get(name);
    if (column === undefined) return;
    const before = found.get(column);
    if (before !== undefined) {
      refuse(
        `the columns ${before + 1} (${names[before]}) and ${at + 1} (${name}) both hold the ${titleOf(column)}`,
      );
    }
    found.set(column, at);
  });
  const position = (column: BarColumn): number =>
    found.get(column) ??
    refuse(
      `no column holds the ${titleOf(column)}; the first line must name date (or time, timestamp, ts), open, high, low, close and may name volume`,
    );
  return {
    delimiter: delimiter.charCodeAt(0),
    fieldCount: names.length,
    positions: {
      ts: position("ts"),
      open: position("open"),
      high: position("high"),
      low: position("low"),
      close: position("close"),
      volume: found.get("volume"),
    },
  };
}

function titleOf(column: BarColumn): string {
  return column === "ts" ? "time" : column;
}

function mostFrequent(text: string): string {
  let best: string = DELIMITERS[0];
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = text.split(delimiter).length - 1;
    if (count > most) {
      best = delimiter;
      most = count;
    }
  }
  return best;
}
