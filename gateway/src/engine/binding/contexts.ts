import { type ContextMember, contextMembers } from "tradepose-client/models";
import { literal } from "../expression/elementwise.ts";
import { numberType, type ValueType } from "../expression/types.ts";
import type { ScalarValue, StructValue } from "../expression/value.ts";
import type { ContextRows } from "../plan.ts";

type NumberRows = Exclude<keyof ContextRows, "inPosition">;

const ROWS: Readonly<Record<ContextMember, NumberRows>> = {
  position_entry_price: "entryPrice",
  bars_since_entry: "barsSinceEntry",
  highest_since_entry: "highestSinceEntry",
  lowest_since_entry: "lowestSinceEntry",
};

/** Older names of members, which stored strategies may still use. */
const OLDER_NAMES: Readonly<Record<string, ContextMember>> = {
  bars_in_position: "bars_since_entry",
  bars_since_advanced_entry: "bars_since_entry",
  highest_since_advanced_entry: "highest_since_entry",
  lowest_since_advanced_entry: "lowest_since_entry",
};

/** Rows of a context in which no position has been recorded yet. */
export function emptyContext(length: number): ContextRows {
  return {
    entryPrice: new Float64Array(length),
    barsSinceEntry: new Float64Array(length),
    highestSinceEntry: new Float64Array(length),
    lowestSinceEntry: new Float64Array(length),
    inPosition: new Uint8Array(length),
  };
}

/** The context as the struct that expressions read; its members are null outside a position. */
export function contextStruct(rows: ContextRows): StructValue {
  const { inPosition } = rows;
  return structOf((type, name) => {
    const values = rows[name];
    return { source: "context", type, at: (row) => (inPosition[row] === 1 ? values[row]! : null) };
  });
}

/** The context of a position that can never exist. */
export function nullContextStruct(): StructValue {
  return structOf((type) => literal(type, null));
}

function structOf(member: (type: ValueType, rows: NumberRows) => ScalarValue): StructValue {
  const members = Object.fromEntries(
    contextMembers.map(({ name, dtype }) => [name, member(numberType(dtype), ROWS[name])]),
  );
  const older = Object.entries(OLDER_NAMES).map(([name, current]) => [name, members[current]!] as const);
  return { source: "struct", members: { ...members, ...Object.fromEntries(older) } };
}
