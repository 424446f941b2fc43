/** One row of a bar file. */
export interface Bar {
  /** When it opens, on the clocks of the market: `2023-01-02 09:30`. */
  readonly time: string;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

export interface GeneratedMarket {
  /** The same seed gives the same bars. */
  readonly seed: number;
  readonly days: number;
  /** Minutes in a bar. */
  readonly minutes: number;
  /** Opening hours from Monday to Friday, as `["09:30", "16:00"]`. Default: always open. */
  readonly hours?: readonly [open: string, close: string];
  /** Where the price starts. */
  readonly price: number;
  /** Deviation of a day's return. Default 0.012. */
  readonly volatility?: number;
  /** Bars of the same hours whose returns this market shares, `beta` times, beside its own. */
  readonly follows?: { readonly bars: readonly Bar[]; readonly beta: number };
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * Bars of a market that does not exist, from 2 January 2023 on: a random walk with a drift that lasts for some days,
 * so that there are trends, and larger steps at both ends of a session. No strategy has an edge on it that lasts.
 */
export function generateBars(market: GeneratedMarket): readonly Bar[] {
  const { seed, days, minutes, hours, volatility = 0.012, follows } = market;
  const normal = normals(seed);
  const [opens, closes] = hours === undefined ? [0, 24 * 60] : [minuteOf(hours[0]), minuteOf(hours[1])];
  const barsADay = Math.floor((closes - opens) / minutes);
  const deviation = volatility / Math.sqrt(barsADay);
  const bars: Bar[] = [];
  let price = market.price;
  let drift = 0;
  for (let day = Date.UTC(2023, 0, 2); bars.length < days * barsADay; day += DAY) {
    if (hours !== undefined && [0, 6].includes(new Date(day).getUTCDay())) continue;
    drift = 0.85 * drift + 0.3 * volatility * normal();
    for (let i = 0; i < barsADay; i++) {
      const leader = follows?.bars[bars.length];
      const shared = leader === undefined ? 0 : (follows?.beta ?? 0) * Math.log(leader.close / leader.open);
      const atTheEnds = 0.6 + 1.6 * Math.abs(i / barsADay - 0.5);
      const close = price * Math.exp(shared + drift / barsADay + atTheEnds * deviation * normal());
      bars.push({
        time: new Date(day + (opens + i * minutes) * MINUTE).toISOString().slice(0, 16).replace("T", " "),
        open: cents(price),
        high: cents(Math.max(price, close) * (1 + 0.6 * deviation * Math.abs(normal()))),
        low: cents(Math.min(price, close) * (1 - 0.6 * deviation * Math.abs(normal()))),
        close: cents(close),
        volume: Math.round(1_000 * atTheEnds * Math.exp(0.4 * normal())),
      });
      price = close;
    }
  }
  return bars;
}

const cents = (price: number) => Math.round(price * 100) / 100;

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

/** Normally distributed numbers: Mulberry32 and the Box-Muller transform. */
function normals(seed: number): () => number {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
