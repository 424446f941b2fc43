import { setTimeout } from "node:timers/promises";

/**
 * Collects single calls into groups: while one group is worked on, whatever else is asked for waits and becomes the
 * next group, so that under load the cost of a transaction is shared.
 *
 * When a group fails, its members are tried one by one, so that an item never fails because of its neighbours.
 *
 * @param limit most items of a group
 * @param patience milliseconds that the first item of an idle group waits for company; 0 to begin at once
 * @param work does a group; gives one result per item, in order
 */
export function grouped<Item, Result>(
  { limit, patience }: { readonly limit: number; readonly patience: number },
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  interface Waiting {
    readonly item: Item;
    readonly resolve: (result: Result) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let working = false;

  async function attempt(group: readonly Waiting[]): Promise<void> {
    let results: readonly Result[];
    try {
      results = await work(group.map((entry) => entry.item));
    } catch (error) {
      if (group.length === 1) for (const entry of group) entry.reject(error);
      else for (const entry of group) await attempt([entry]);
      return;
    }
    group.forEach((entry, index) => {
      entry.resolve(results[index] as Result);
    });
  }

  async function drain(): Promise<void> {
    working = true;
    if (patience > 0) await setTimeout(patience);
    while (waiting.length > 0) {
      const group = waiting.slice(0, limit);
      waiting = waiting.slice(limit);
      await attempt(group);
    }
    working = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!working) void drain();
    });
}
