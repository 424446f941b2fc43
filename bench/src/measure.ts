export interface Measured {
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
}

/** Milliseconds of `runs` runs after one that warms up; `prepare` makes what a run consumes and is not counted. */
export function measure<Input>(
  work: (input: Input) => unknown,
  runs: number,
  prepare: () => Input = () => undefined as Input,
): Measured {
  work(prepare());
  const times = Array.from({ length: runs }, () => {
    const input = prepare();
    globalThis.gc?.();
    const start = performance.now();
    work(input);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { median: times[Math.floor(runs / 2)]!, fastest: times[0]!, slowest: times[runs - 1]! };
}

export interface Row {
  readonly name: string;
  readonly ours: Measured;
  /** What a user would pick instead, measured on the same bars in the same run, with equal results. */
  readonly peer?: { readonly name: string; readonly time: Measured };
}

/** Nanoseconds a bar, with the spread of the runs and the ratio to the peer. */
export function printTable(title: string, bars: number, rows: readonly Row[]): void {
  const perBar = (milliseconds: number) => ((milliseconds * 1e6) / bars).toFixed(1);
  console.log(`\n${title}  (ns/bar, median [fastest..slowest])`);
  for (const { name, ours, peer } of rows) {
    const own = `${perBar(ours.median)} [${perBar(ours.fastest)}..${perBar(ours.slowest)}]`;
    const other = peer
      ? `${peer.name} ${perBar(peer.time.median)}  ratio ${(peer.time.median / ours.median).toFixed(1)}x`
      : "";
    console.log(`  ${name.padEnd(34)} ${own.padEnd(24)} ${other}`);
  }
}
