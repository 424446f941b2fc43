import * as technical from "technicalindicators";
import type { Bars } from "tradepose-gateway/engine";
import * as signals from "trading-signals";
import { atr } from "../../gateway/src/engine/indicators/atr.ts";
import { ema, sma } from "../../gateway/src/engine/indicators/moving-averages.ts";
import { rsi } from "../../gateway/src/engine/indicators/rsi.ts";
import type { Series } from "../../gateway/src/engine/indicators/series.ts";
import { superTrend } from "../../gateway/src/engine/indicators/supertrend.ts";
import { measure, type Row } from "./measure.ts";

/** Indicator kernels beside the fastest of the two npm libraries that people take for them. */
export function measureIndicators(bars: Bars, runs: number): readonly Row[] {
  const close: Series = { values: bars.close, nulls: undefined };
  const high: Series = { values: bars.high, nulls: undefined };
  const low: Series = { values: bars.low, nulls: undefined };
  const closes = Array.from(bars.close);
  const highs = Array.from(bars.high);
  const lows = Array.from(bars.low);
  const candles = closes.map((value, i) => ({ high: highs[i]!, low: lows[i]!, close: value }));
  const volatility = atr(bars, 14);

  return [
    compare("SMA(20)", () => sma(close, 20), runs, [
      ["technicalindicators", () => technical.SMA.calculate({ period: 20, values: closes })],
      ["trading-signals", () => stream(new signals.SMA(20), closes)],
    ]),
    compare("EMA(20)", () => ema(close, 20), runs, [
      ["technicalindicators", () => technical.EMA.calculate({ period: 20, values: closes })],
    ]),
    compare("RSI(14)", () => rsi(close, 14), runs, [
      ["trading-signals", () => stream(new signals.RSI(14, signals.WSMA), closes)],
    ]),
    compare("ATR(14)", () => atr(bars, 14), runs, [
      ["trading-signals", () => stream(new signals.ATR(14, signals.WSMA), candles)],
    ]),
    {
      name: "SuperTrend(3) over that ATR",
      ours: measure(() => superTrend(high, low, close, volatility, 3), runs),
    },
  ];
}

type Peer = readonly [name: string, work: () => readonly (number | null | undefined)[]];

function compare(name: string, work: () => Series, runs: number, peers: readonly Peer[]): Row {
  const own = work();
  const timed = peers.map(([peerName, peerWork]) => {
    assertSameTail(`${name} of ${peerName}`, own, peerWork());
    return { name: peerName, time: measure(peerWork, runs) };
  });
  const [fastest] = timed.sort((a, b) => a.time.median - b.time.median);
  const ours = measure(work, runs);
  return fastest === undefined ? { name, ours } : { name, ours, peer: fastest };
}

function stream<Input>(
  indicator: { add(input: Input): unknown; getResult(): number | null },
  inputs: readonly Input[],
): (number | null)[] {
  return inputs.map((input) => {
    indicator.add(input);
    return indicator.getResult();
  });
}

/** The last 1,000 values: seeds differ between libraries and have faded by then. A difference voids the comparison. */
function assertSameTail(name: string, own: Series, peer: readonly (number | null | undefined)[]): void {
  for (let back = 1; back <= 1_000; back++) {
    const mine = own.values[own.values.length - back]!;
    const theirs = peer[peer.length - back];
    if (typeof theirs !== "number" || Math.abs(mine - theirs) > 1e-6 * Math.max(1, Math.abs(mine))) {
      throw new Error(`${name} gives ${theirs}, ours ${mine}, ${back} bars from the end: nothing to compare`);
    }
  }
}
