import type { Bars } from "tradepose-gateway/engine";

/** Mulberry32: a small seeded generator, so that every run measures the same bars. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One-minute bars of a random walk in log price, 0.1 % a bar. */
export function generatedBars(length: number, seed = 1): Bars {
  const random = seeded(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const column = () => new Float64Array(new SharedArrayBuffer(length * 8));
  const bars = {
    length,
    ts: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
  };
  const start = Date.UTC(2020, 0, 1);
  let price = 100;
  for (let i = 0; i < length; i++) {
    const open = price;
    const close = open * Math.exp(0.001 * normal());
    bars.ts[i] = start + i * 60_000;
    bars.open[i] = open;
    bars.close[i] = close;
    bars.high[i] = Math.max(open, close) * (1 + 0.0005 * random());
    bars.low[i] = Math.min(open, close) * (1 - 0.0005 * random());
    bars.volume[i] = Math.round(1_000 * random());
    price = close;
  }
  return bars;
}
