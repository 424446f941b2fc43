/**
 * 5,000 calls, half of them over HTTP/1.1 and half over HTTP/2, against a server that fails every fifth request in
 * one of 16 ways: every result that may be repeated must come, be the right one and be carried out once.
 * `npm run test:chaos [seed]`.
 */
import { runChaos } from "./chaos-run.ts";

const CALLS = 2_500;
const SHOWN = 20;

const seed = Number(process.argv[2] ?? 1);
let passed = 0;
let failed = 0;

for (const protocol of ["h1", "h2"] as const) {
  const report = await runChaos({ protocol, calls: CALLS, concurrency: 100, seed, share: 0.2 });
  const injected = [...report.faults.values()].reduce((sum, count) => sum + count, 0);
  console.log(
    `${protocol}, seed ${seed}: ${report.calls} calls, ${report.requests} requests, ` +
      `${injected} faults (${((100 * injected) / report.requests).toFixed(1)} %), ` +
      `${report.unnamedFailures} calls without a key given up, ${report.seconds.toFixed(1)} s`,
  );
  for (const [name, count] of report.faults) console.log(`  ${String(count).padStart(5)}  ${name}`);
  for (const problem of report.problems.slice(0, SHOWN)) console.log(`  WRONG: ${problem}`);
  failed += report.problems.length;
  passed += Math.max(0, report.calls - report.problems.length);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
