import { contextMembers, type FrameSchema } from "tradepose-client/models";
import { maskOf } from "../expression/value.ts";
import type { ContextRows } from "../plan.ts";
import type { OhlcvColumn, StructFrameColumn } from "./frame.ts";

type Cell = number | boolean | string;

/** A column while it is written: every row is null until it is put. */
type Draft =
  | { readonly dtype: "Int64" | "Float64" | "DatetimeMs"; readonly values: Float64Array; nulls: Uint8Array }
  | { readonly dtype: "Boolean"; readonly values: Uint8Array; nulls: Uint8Array }
  | { readonly dtype: "Utf8"; readonly values: string[]; nulls: Uint8Array }
  | { readonly dtype: "TradingContext"; context: ContextRows | undefined };

/** The columns of a contract's frame, written by name and row. Rows count from the first bar of the period. */
export class FixedColumns {
  readonly #length: number;
  readonly #drafts: ReadonlyMap<string, Draft>;

  constructor({ columns }: FrameSchema, length: number) {
    this.#length = length;
    this.#drafts = new Map(columns.map(({ name, dtype }) => [name, draftOf(name, dtype, length)]));
  }

  /** An absent value leaves the row as it is. */
  put(name: string, row: number, value: Cell | undefined): void {
    if (value === undefined) return;
    const draft = this.#draft(name);
    if (draft.dtype === "TradingContext") throw new TypeError(`${name} is a context`);
    if (draft.dtype === "Utf8") draft.values[row] = String(value);
    else draft.values[row] = Number(value);
    draft.nulls[row] = 0;
  }

  /** The same value on every row. */
  fill(name: string, value: Cell): void {
    for (let row = 0; row < this.#length; row++) this.put(name, row, value);
  }

  /** The rows of a context from the period's first on. */
  putContext(name: string, rows: ContextRows, fromRow: number): void {
    const draft = this.#draft(name);
    if (draft.dtype !== "TradingContext") throw new TypeError(`${name} is no context`);
    const own = (values: Float64Array) => values.subarray(fromRow, fromRow + this.#length);
    draft.context = {
      entryPrice: own(rows.entryPrice),
      barsSinceEntry: own(rows.barsSinceEntry),
      highestSinceEntry: own(rows.highestSinceEntry),
      lowestSinceEntry: own(rows.lowestSinceEntry),
      inPosition: rows.inPosition.subarray(fromRow, fromRow + this.#length),
    };
  }

  columns(): readonly OhlcvColumn[] {
    return [...this.#drafts].map(([name, draft]): OhlcvColumn => {
      if (draft.dtype === "TradingContext") return contextColumn(name, draft.context, this.#length);
      return { name, ...draft, nulls: maskOf(draft.nulls) };
    });
  }

  #draft(name: string): Draft {
    const draft = this.#drafts.get(name);
    if (draft === undefined) throw new TypeError(`the frame has no column ${name}`);
    return draft;
  }
}

function draftOf(name: string, dtype: FrameSchema["columns"][number]["dtype"], length: number): Draft {
  const nulls = new Uint8Array(length).fill(1);
  switch (dtype) {
    case "Int64":
    case "Float64":
      return { dtype, values: new Float64Array(length), nulls };
    case "Datetime":
      return { dtype: "DatetimeMs", values: new Float64Array(length), nulls };
    case "Boolean":
      return { dtype, values: new Uint8Array(length), nulls };
    case "String":
      return { dtype: "Utf8", values: new Array<string>(length).fill(""), nulls };
    case "TradingContext":
      return { dtype, context: undefined };
    default:
      throw new TypeError(`column ${name}: no frame of bars has fixed ${dtype} columns`);
  }
}

/** Null outside a position, as a whole. */
function contextColumn(name: string, rows: ContextRows | undefined, length: number): StructFrameColumn {
  const nothing = new Float64Array(length);
  const values: Readonly<Record<(typeof contextMembers)[number]["name"], Float64Array>> = {
    position_entry_price: rows?.entryPrice ?? nothing,
    bars_since_entry: rows?.barsSinceEntry ?? nothing,
    highest_since_entry: rows?.highestSinceEntry ?? nothing,
    lowest_since_entry: rows?.lowestSinceEntry ?? nothing,
  };
  const members = contextMembers.map(
    ({ name, dtype }): OhlcvColumn => ({ name, dtype, values: values[name], nulls: undefined }),
  );
  const held = rows?.inPosition;
  return {
    name,
    dtype: "Struct",
    members,
    nulls: Uint8Array.from(nothing, (_, row) => (held?.[row] === 1 ? 0 : 1)),
  };
}
