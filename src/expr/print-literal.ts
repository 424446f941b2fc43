import { durationUnits } from "./literal.ts";
import type { LiteralNode } from "./node.ts";

const MICROSECONDS_PER_MILLISECOND = 1_000;
const MILLISECONDS_PER_DAY = 86_400_000;
const NANOSECONDS_PER_MILLISECOND = 1_000_000;
/** Furthest day a Date can show. */
const LAST_DAY = 100_000_000;

/** A literal where an expression begins. */
export function printLiteral(node: LiteralNode): string {
  const { type } = node;
  if (type === "Null") return "null";
  if (type === "Duration") return printDuration(Number(node.value));
  return isNatural(node) ? `lit(${printValue(node)})` : printValue(node);
}

/** A literal as an argument: bare, where the bare value is this literal. */
export function printBareLiteral(node: LiteralNode): string {
  return isNatural(node) ? printValue(node) : printLiteral(node);
}

/** Whether a plain value is taken for a literal of this type. */
function isNatural({ type, timeZone }: LiteralNode): boolean {
  return natural.has(type) && (timeZone ?? null) === null;
}

const natural: ReadonlySet<string> = new Set([
  "dynInt",
  "dynFloat",
  "dynStr",
  "String",
  "Boolean",
  "Datetime",
]);

function printValue({ type, value, timeZone }: LiteralNode): string {
  const number = Number(value);
  switch (type) {
    case "dynStr":
    case "String":
      return JSON.stringify(value);
    case "dynFloat":
      // Told from the integer.
      return Number.isSafeInteger(number) ? `${number}.0` : String(number);
    case "dynInt":
    case "Boolean":
      return String(value);
    case "Datetime": {
      const instant = `new Date("${isoText(number)}")`;
      return (timeZone ?? null) === null
        ? instant
        : `lit(${instant}).dt.convertTimeZone(${JSON.stringify(timeZone)})`;
    }
    case "Date": {
      const isShown = Math.abs(number) <= LAST_DAY;
      const day = isShown
        ? JSON.stringify(new Date(number * MILLISECONDS_PER_DAY).toISOString().split("T")[0])
        : value;
      return `lit(${day}, "Date")`;
    }
    case "Time":
      return `lit("${clockText(number)}", "Time")`;
    default:
      return `lit(${value}, "${type}")`;
  }
}

/** An instant in microseconds; those that a Date cannot hold stay in the text. */
function isoText(microseconds: number): string {
  const milliseconds = Math.floor(microseconds / MICROSECONDS_PER_MILLISECOND);
  const rest = microseconds - milliseconds * MICROSECONDS_PER_MILLISECOND;
  const text = new Date(milliseconds).toISOString();
  return rest === 0 ? text : text.replace("Z", `${String(rest).padStart(3, "0")}Z`);
}

/** A time of day in nanoseconds, as short as it can be. */
function clockText(nanoseconds: number): string {
  const milliseconds = Math.floor(nanoseconds / NANOSECONDS_PER_MILLISECOND);
  const clock = new Date(milliseconds).toISOString().slice(11, 23);
  const rest = String(nanoseconds - milliseconds * NANOSECONDS_PER_MILLISECOND).padStart(6, "0");
  const withoutZeros = `${clock}${rest}`.replace(/\.?0+$/, "");
  return withoutZeros.replace(/^(\d\d:\d\d):00$/, "$1");
}

/** A span in its largest unit that leaves no rest. */
function printDuration(microseconds: number): string {
  for (const [unit, size] of Object.entries(durationUnits)) {
    if (microseconds % size === 0) return `duration({ ${unit}: ${microseconds / size} })`;
  }
  return `duration({ microseconds: ${microseconds} })`;
}
