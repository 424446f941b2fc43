import { measureBacktests } from "./backtests.ts";
import { generatedBars } from "./bars.ts";
import { measureIndicators } from "./indicators.ts";
import { measureLongRuns } from "./long-run.ts";
import { printTable } from "./measure.ts";
import { printFigures } from "./report.ts";

/** Indicator kernels, conditions and the bar walk over generated bars. */
export function measureEngine(quick: boolean): void {
  const runs = quick ? 3 : 5;
  const bars = generatedBars(quick ? 200_000 : 1_000_000);
  const generated = `${bars.length.toLocaleString("en")} generated bars, ${runs} runs each`;
  printTable(`indicators over ${generated}`, bars.length, measureIndicators(bars, runs));
  const { conditions, simulation } = measureBacktests(bars, runs);
  printTable(`conditions over ${generated}`, bars.length, conditions);
  printTable("simulation over the same bars", bars.length, simulation);
  printFigures(`B1, one strategy over ${generated}`, measureLongRuns(bars, runs));
  console.log(`\npeak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}
