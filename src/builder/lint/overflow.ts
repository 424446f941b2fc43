import {
  childNodes,
  type ExprDataType,
  type ExprNode,
  printNode,
  type TemporalPart,
} from "../../expr/index.ts";
import type { Placed } from "./look-ahead.ts";
import type { LintWarning } from "./warning.ts";

/** Whole numbers from `low` to `high`, kept in a type of so many bits; 0 bits is a literal, which takes any type. */
interface Whole {
  readonly low: number;
  readonly high: number;
  readonly bits: number;
}

const whole = (low: number, high: number, bits: number): Whole => ({ low, high, bits });

/** What Polars keeps in few bits. A year is left out: its 32 bits are enough for whatever one does with a year. */
const parts: Readonly<Partial<Record<TemporalPart, Whole>>> = {
  month: /* @__PURE__ */ whole(1, 12, 8),
  day: /* @__PURE__ */ whole(1, 31, 8),
  hour: /* @__PURE__ */ whole(0, 23, 8),
  minute: /* @__PURE__ */ whole(0, 59, 8),
  second: /* @__PURE__ */ whole(0, 59, 8),
  weekday: /* @__PURE__ */ whole(1, 7, 8),
  week: /* @__PURE__ */ whole(1, 53, 8),
  ordinalDay: /* @__PURE__ */ whole(1, 366, 16),
};

const signedBits: Readonly<Partial<Record<ExprDataType, number>>> = {
  Int8: 8,
  Int16: 16,
  Int32: 32,
  Int64: 53,
};

/** Arithmetic with parts of a time that leaves the few bits these have, as `hour() * 60` does: it wraps, as in Polars. */
export function* overflowWarnings({ path, node }: Placed): Generator<LintWarning> {
  for (const wrapped of overflows(node)) {
    yield {
      rule: "overflow",
      path,
      reason: `${printNode(wrapped)} leaves the ${bitsOf(wrapped)} bits that parts of a time have, and wraps around`,
      remedy: 'widen the part first, as in hour().cast("Int32"), or compare with timeBetween',
    };
  }
}

/** The innermost operations whose result does not fit. */
function* overflows(node: ExprNode): Generator<ExprNode> {
  let inner = false;
  for (const child of childNodes(node)) {
    for (const found of overflows(child)) {
      inner = true;
      yield found;
    }
  }
  if (inner || node.kind !== "binary") return;
  const range = rangeOf(node);
  if (range !== undefined && !fits(range)) yield node;
}

function bitsOf(node: ExprNode): number {
  return rangeOf(node)?.bits ?? 0;
}

function fits({ low, high, bits }: Whole): boolean {
  return bits === 0 || (low >= -(2 ** (bits - 1)) && high < 2 ** (bits - 1));
}

/** The values a node can take and the type that keeps them; undefined for all but arithmetic with parts of a time. */
function rangeOf(node: ExprNode): Whole | undefined {
  switch (node.kind) {
    case "alias":
      return rangeOf(node.input);
    case "literal":
      return node.type === "dynInt" && typeof node.value === "number"
        ? whole(node.value, node.value, 0)
        : undefined;
    case "function":
      return node.fn.name === "temporal" ? parts[node.fn.part] : undefined;
    case "cast": {
      const [inner, bits] = [rangeOf(node.input), signedBits[node.dtype]];
      return inner && bits !== undefined ? { ...inner, bits } : undefined;
    }
    case "binary":
      return binaryRange(node);
    default:
      return undefined;
  }
}

function binaryRange({ op, left, right }: ExprNode & { readonly kind: "binary" }): Whole | undefined {
  const [a, b] = [rangeOf(left), rangeOf(right)];
  if (a === undefined || b === undefined) return undefined;
  const bits = Math.max(a.bits, b.bits);
  // A literal too large for the type makes the type wider: nothing wraps.
  if (![a, b].every(({ low, high, bits: own }) => own > 0 || fits({ low, high, bits }))) return undefined;
  switch (op) {
    case "add":
      return whole(a.low + b.low, a.high + b.high, bits);
    case "sub":
      return whole(a.low - b.high, a.high - b.low, bits);
    case "mul": {
      const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
      return whole(Math.min(...ends), Math.max(...ends), bits);
    }
    default:
      return undefined;
  }
}
