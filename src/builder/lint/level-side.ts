import type { ExprNode } from "../../expr/index.ts";
import { OrderStrategy, TradeDirection } from "../../generated/enums.ts";
import type { Blueprint } from "../../generated/models.ts";
import { BASE_CONTEXT, olderContextMembers } from "../context.ts";
import type { ReadTrigger } from "./look-ahead.ts";
import { readsContext } from "./reads.ts";
import {
  constantNumber,
  type Indicators,
  negative,
  type Sign,
  signOf,
  signOfNumber,
  sumSign,
} from "./sign.ts";
import type { LintWarning } from "./warning.ts";

/** A price that a level is compared with. */
interface Anchor {
  readonly text: string;
  /** Whether a trigger that looks at the position may mean a level on its other side: profit that is locked in. */
  readonly movable: boolean;
  matches(node: ExprNode): boolean;
}

const { STOP_LOSS, TRAILING_STOP, BREAKEVEN, TAKE_PROFIT } = OrderStrategy;
const { FAVORABLE_DELAY_ENTRY, ADVERSE_DELAY_ENTRY } = OrderStrategy;

/** On which side of the price a level of each order waits, for a long position. */
const sides: ReadonlyMap<OrderStrategy, 1 | -1> = /* @__PURE__ */ new Map([
  [STOP_LOSS, -1],
  [TRAILING_STOP, -1],
  [BREAKEVEN, -1],
  [FAVORABLE_DELAY_ENTRY, -1],
  [TAKE_PROFIT, 1],
  [ADVERSE_DELAY_ENTRY, 1],
]);

/** A level that is surely on the wrong side of the open, the entry price or the extremes since the entry. */
export function* levelSideWarnings(
  { trigger, price, conditions }: ReadTrigger,
  blueprint: Blueprint,
  indicators: Indicators,
): Generator<LintWarning> {
  const { order_strategy: order } = trigger;
  const forLong = sides.get(order);
  if (forLong === undefined) return;
  const isLong = blueprint.direction !== TradeDirection.SHORT;
  const side = isLong ? forLong : -forLong;
  const looksAtPosition = conditions.some(({ node }) => readsContext(node));
  for (const anchor of anchorsOf(order, blueprint, isLong)) {
    if (anchor.movable && looksAtPosition) continue;
    const found = offsetFrom(price.node, anchor, indicators);
    if (found === undefined || found === 0 || found === side) continue;
    const [here, there] = found === 1 ? ["above", "below"] : ["below", "above"];
    yield {
      rule: "wrong-side",
      path: price.path,
      reason: `the ${order} of a ${isLong ? "long" : "short"} position lies ${here} ${anchor.text}, where it fills at once`,
      remedy: `put the level ${there} it${found === 1 ? " with sub()" : " with add()"}`,
    };
    return;
  }
}

function anchorsOf(order: OrderStrategy, { entry_triggers }: Blueprint, isLong: boolean): readonly Anchor[] {
  const open: Anchor = {
    text: "the open",
    movable: false,
    matches: (node) => node.kind === "column" && node.name === "open",
  };
  if (order === FAVORABLE_DELAY_ENTRY || order === ADVERSE_DELAY_ENTRY) return [open];
  // Without entry triggers of its own a blueprint enters with the base, at its price.
  const isOwn = (column: string) => column !== BASE_CONTEXT || entry_triggers.length === 0;
  const member = (name: string, text: string, movable: boolean): Anchor => ({
    text,
    movable,
    matches: (node) => {
      if (node.kind !== "function" || node.fn.name !== "field") return false;
      const [input] = node.inputs;
      const field = olderContextMembers[node.fn.field] ?? node.fn.field;
      return field === name && input?.kind === "column" && isOwn(input.name);
    },
  });
  const entry = member("position_entry_price", "the entry price", true);
  const extreme =
    (order === TAKE_PROFIT) === isLong
      ? member("lowest_since_entry", "the lowest price since the entry", false)
      : member("highest_since_entry", "the highest price since the entry", false);
  return order === BREAKEVEN ? [open, extreme] : [open, entry, extreme];
}

/** On which side of the anchor a level lies; undefined where that cannot be told. */
function offsetFrom(node: ExprNode, anchor: Anchor, indicators: Indicators): Sign {
  if (anchor.matches(node)) return 0;
  const offset = (part: ExprNode) => offsetFrom(part, anchor, indicators);
  switch (node.kind) {
    case "alias":
    case "cast":
      return offset(node.input);
    case "binary": {
      const { op, left, right } = node;
      if (op === "add") {
        return (
          known(offset(left), signOf(right, indicators)) ?? known(offset(right), signOf(left, indicators))
        );
      }
      if (op === "sub") return known(offset(left), negative(signOf(right, indicators)));
      return scaled(op, left, right, anchor);
    }
    case "ternary":
      return agreed([offset(node.truthy), offset(node.falsy)]);
    case "function": {
      const { fn, inputs } = node;
      if (fn.name === "maxHorizontal" && inputs.some((input) => offset(input) === 1)) return 1;
      if (fn.name === "minHorizontal" && inputs.some((input) => offset(input) === -1)) return -1;
      const picks = fn.name === "maxHorizontal" || fn.name === "minHorizontal" || fn.name === "coalesce";
      return picks ? agreed(inputs.map(offset)) : undefined;
    }
    default:
      return undefined;
  }
}

/** The anchor times or over a constant; a price is above 0. */
function scaled(op: string, left: ExprNode, right: ExprNode, anchor: Anchor): Sign {
  if (op === "mul") {
    const factor = anchor.matches(left) ? constantNumber(right) : undefined;
    const other = anchor.matches(right) ? constantNumber(left) : undefined;
    const by = factor ?? other;
    return by === undefined ? undefined : signOfNumber(by - 1);
  }
  const divisor = op === "trueDivide" && anchor.matches(left) ? constantNumber(right) : undefined;
  return divisor === undefined ? undefined : signOfNumber(1 / divisor - 1);
}

function known(offset: Sign, part: Sign): Sign {
  return offset === undefined || part === undefined ? undefined : sumSign(offset, part);
}

function agreed(signs: readonly Sign[]): Sign {
  return signs.every((sign) => sign === signs[0]) ? signs[0] : undefined;
}
