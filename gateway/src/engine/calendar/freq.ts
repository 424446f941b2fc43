import { Freq } from "tradepose-client/models";

export type { Freq } from "tradepose-client/models";

/** Bar frequencies of the contract. */
export const FREQS: readonly Freq[] = Object.values(Freq);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Milliseconds; from a day up nominal, for the order alone. */
const LENGTH: Readonly<Record<Freq, number>> = {
  "1min": MINUTE,
  "5min": 5 * MINUTE,
  "15min": 15 * MINUTE,
  "30min": 30 * MINUTE,
  "1h": 60 * MINUTE,
  "4h": 240 * MINUTE,
  "1D": DAY,
  "1W": 7 * DAY,
  "1M": 30 * DAY,
};

export function isFreq(text: string): text is Freq {
  return (FREQS as readonly string[]).includes(text);
}

/** Length of an intraday bar in milliseconds; undefined for days, weeks and months, whose length the calendar decides. */
export function intradayStep(freq: Freq): number | undefined {
  return LENGTH[freq] < DAY ? LENGTH[freq] : undefined;
}

/** True when `a` has shorter bars than `b`. */
export function isFiner(a: Freq, b: Freq): boolean {
  return LENGTH[a] < LENGTH[b];
}
