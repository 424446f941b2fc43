import type { OhlcvColumn, StructFrameColumn } from "./frame.ts";
import type { Replayed, TriggerRecord } from "./replay.ts";

/**
 * One struct column for each trigger of a blueprint, `{layer}_entry.{name}` or `{layer}_exit.{name}`; a name that
 * comes again on the same side is numbered from `.2` on.
 */
export function triggerColumns(
  layer: "base" | "advanced",
  { entries, exits }: Replayed,
): readonly StructFrameColumn[] {
  return [...sideColumns(`${layer}_entry`, entries), ...sideColumns(`${layer}_exit`, exits)];
}

function sideColumns(side: string, records: readonly TriggerRecord[]): readonly StructFrameColumn[] {
  const taken = new Set<string>();
  return records.map((record) => {
    const name = free(`${side}.${record.trigger.name}`, taken);
    taken.add(name);
    return triggerColumn(name, record);
  });
}

function free(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}.${count}`)) count += 1;
  return `${name}.${count}`;
}

function triggerColumn(name: string, { trigger, conditions, prices }: TriggerRecord): StructFrameColumn {
  const same = (value: number) => new Float64Array(prices.length).fill(value);
  const members: OhlcvColumn[] = [
    { name: "cond", dtype: "Boolean", values: conditions, nulls: undefined },
    {
      name: "price",
      dtype: "Float64",
      values: prices,
      nulls: Uint8Array.from(prices, (price) => (Number.isNaN(price) ? 1 : 0)),
    },
    { name: "strategy", dtype: "Int64", values: same(trigger.order), nulls: undefined },
    { name: "priority", dtype: "Int64", values: same(trigger.priority), nulls: undefined },
  ];
  return { name, dtype: "Struct", members, nulls: undefined };
}
