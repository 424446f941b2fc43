import { OhlcvColumn } from "tradepose-client/models";
import type { Bars } from "../bars.ts";
import type { Column } from "../column.ts";
import type { BrokenColumn, FrameScope, NamedColumns } from "../expression/scope.ts";
import { FLOAT, LIST, numberType, TEXT, timeType, type ValueType } from "../expression/types.ts";
import type { FlatColumn, ScalarValue, StructValue, Value } from "../expression/value.ts";
import { type MemberType, selectedMembers } from "../indicators/registry.ts";
import type { BindingCache, Frame } from "./cache.ts";
import { alignedColumn } from "./indicator-columns.ts";
import type { BoundIndicator, BoundIndicators } from "./indicators.ts";

const BAR_COLUMNS = Object.values(OhlcvColumn);

/** The columns of a strategy's base frame: bars, indicators by display name, and trading contexts. */
export class StrategyColumns implements NamedColumns {
  readonly #frame: Frame;
  readonly #indicators: BoundIndicators;
  readonly #contexts: ReadonlyMap<string, () => StructValue>;
  readonly #cache: BindingCache;

  constructor(
    frame: Frame,
    indicators: BoundIndicators,
    contexts: ReadonlyMap<string, () => StructValue>,
    cache: BindingCache,
  ) {
    this.#frame = frame;
    this.#indicators = indicators;
    this.#contexts = contexts;
    this.#cache = cache;
  }

  get(name: string): Value | BrokenColumn | undefined {
    const { bars, scope } = this.#frame;
    const indicator = this.#indicators.byName.get(name);
    if (indicator !== undefined) return indicatorValue(indicator, this.#frame, this.#cache);
    if (this.#indicators.broken.has(name)) return "broken";
    return this.#contexts.get(name)?.() ?? barColumn(name, bars, scope);
  }

  names(): readonly string[] {
    return [...this.#indicators.byName.keys(), "ts", ...BAR_COLUMNS, ...this.#contexts.keys()];
  }
}

function barColumn(name: string, bars: Bars, scope: FrameScope): ScalarValue | undefined {
  if (name === "ts") return stored(scope, name, timeType("Datetime"), bars.ts);
  const known = BAR_COLUMNS.find((column) => column === name);
  return known === undefined ? undefined : stored(scope, known, FLOAT, bars[known]);
}

function stored(scope: FrameScope, name: string, type: ValueType, values: Float64Array): ScalarValue {
  return scope.column(`bar ${name}`, type, () =>
    type.kind === "time"
      ? { kind: "time", dtype: type.dtype, timeZone: type.timeZone, values, nulls: undefined }
      : { kind: "number", dtype: "Float64", values, nulls: undefined },
  );
}

function indicatorValue(indicator: BoundIndicator, { bars, scope }: Frame, cache: BindingCache): Value {
  let joined: Column | undefined;
  const join = (): Column => {
    joined ??= alignedColumn(indicator, indicator.shift, bars.ts, cache);
    return joined;
  };
  const recipe = `indicator ${indicator.shift} ${indicator.key}`;
  const { members } = indicator.definition;
  if (members === undefined) return scope.column(recipe, FLOAT, () => flat(join(), indicator.name));

  const entries = selectedMembers(members, indicator.config).map(({ name, dtype }) => {
    const type = memberType(dtype);
    return [name, scope.column(`${recipe}.${name}`, type, () => memberOf(join(), name))] as const;
  });
  return { source: "struct", members: Object.fromEntries(entries) };
}

function memberType(dtype: MemberType): ValueType {
  if (dtype === "String") return TEXT;
  return dtype === "TpoDistribution" ? LIST : numberType(dtype);
}

function memberOf(column: Column, name: string): FlatColumn {
  const member = column.kind === "struct" ? column.members[name] : undefined;
  if (member === undefined) throw new TypeError(`the indicator has no member ${name}`);
  return flat(member, name);
}

function flat(column: Column, name: string): FlatColumn {
  if (column.kind === "struct") throw new TypeError(`${name} is a struct where a plain column was declared`);
  return column;
}
