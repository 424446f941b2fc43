/** Imports a file into a store in a process of its own, which a test may kill: `import-child.ts FOLDER FILE`. */
import { MarketStore } from "../../src/market-data/index.ts";

const [folder, file] = process.argv.slice(2);
if (folder === undefined || file === undefined) throw new Error("FOLDER and FILE are needed");
const store = await MarketStore.open(folder);
process.send?.("importing");
await store.importBars({ instrument: "ES", freq: "1min", file, replace: true });
process.send?.("imported");
process.disconnect?.();
