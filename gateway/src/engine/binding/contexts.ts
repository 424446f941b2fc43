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

/**
 * Rows of a context in which no position has been recorded yet. Each column takes its memory when it is first asked
 * for: most strategies read no context, and then it is not recorded either.
 */
export function emptyContext(length: number): ContextRows {
  return new LazyRows(length);
}

class LazyRows implements ContextRows {
  readonly #length: number;
  readonly #numbers = new Map<NumberRows, Float64Array>();
  #inPosition: Uint8Array | undefined;

  constructor(length: number) {
    this.#length = length;
  }

  get entryPrice(): Float64Array {
    return this.#column("entryPrice");
  }

  get barsSinceEntry(): Float64Array {
    return this.#column("barsSinceEntry");
  }

  get highestSinceEntry(): Float64Array {
    return this.#column("highestSinceEntry");
  }

  get lowestSinceEntry(): Float64Array {
    return this.#column("lowestSinceEntry");
  }

  get inPosition(): Uint8Array {
    this.#inPosition ??= new Uint8Array(this.#length);
    return this.#inPosition;
  }

  #column(name: NumberRows): Float64Array {
    let column = this.#numbers.get(name);
    if (column === undefined) {
      column = new Float64Array(this.#length);
      this.#numbers.set(name, column);
    }
    return column;
  }
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
