import { defineConfig, mergeConfig } from "vitest/config";
import shared from "./vitest.shared.ts";

/** Tests that kill and restart whole processes or compute on very long series: `npm run test:slow`. */
export default mergeConfig(
  shared,
  defineConfig({ test: { include: ["{test,gateway/test}/**/*.slow.test.ts"], testTimeout: 600_000 } }),
);
