/**
 * A second, deliberately naive implementation of two strategies, over an array of bar objects: loops and nothing else,
 * and not a line shared with the engine it checks.
 */
export { atrOf, smaOfCloses } from "./indicators.ts";
export {
  crossoverSignals,
  type NaiveSignals,
  naiveSignalTrades,
  naiveSmaCrossover,
  type SmaCrossover,
} from "./signals.ts";
export { type Distance, naiveStopTarget, type StopTarget } from "./stop-target.ts";
export type { NaiveBar, NaiveRange, NaiveTrade } from "./trade.ts";
