import { OrderStrategy } from "tradepose-client/models";
import { adverseDelayEntry } from "./adverse-delay-entry.ts";
import { breakevens } from "./breakeven.ts";
import { favorableDelayEntry } from "./favorable-delay-entry.ts";
import { immediateEntry, immediateEntryOfBase } from "./immediate-entry.ts";
import { immediateExit, immediateExitOfBase } from "./immediate-exit.ts";
import type { Table } from "./matrix.ts";
import { stopLosses } from "./stop-loss.ts";
import { takeProfits } from "./take-profit.ts";
import { timeoutExit } from "./timeout-exit.ts";
import { trailingStops } from "./trailing-stop.ts";

const ofAdvanced: readonly Table[] = [
  immediateEntry,
  favorableDelayEntry,
  adverseDelayEntry,
  immediateExit,
  stopLosses,
  takeProfits,
  trailingStops,
  breakevens,
  timeoutExit,
];
const ofBase: readonly Table[] = [immediateEntryOfBase, immediateExitOfBase];

const refused = "a base blueprint takes the two Immediate orders alone: validation refuses every other";
const refusedByBase = Object.values(OrderStrategy)
  .filter((order) => !ofBase.some((table) => table.order === order))
  .map(
    (order): Table => ({
      blueprint: "base",
      order,
      cells: {
        touch: refused,
        gap: refused,
        "entry bar": refused,
        "last bar": refused,
        "null price": refused,
        "both touched": refused,
      },
    }),
  );

/** Every order strategy in every kind of blueprint. */
export const tables: readonly Table[] = [...ofAdvanced, ...ofBase, ...refusedByBase];
