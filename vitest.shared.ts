import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Everything runs from its sources, through the packages' `source` condition. */
export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    setupFiles: [fileURLToPath(new URL("test/property-seed.ts", import.meta.url))],
  },
});
