import { configDefaults, defineConfig, mergeConfig } from "vitest/config";
import shared from "./vitest.shared.ts";

export default mergeConfig(
  shared,
  defineConfig({
    test: {
      include: ["{test,gateway/test}/**/*.test.ts"],
      exclude: [...configDefaults.exclude, "**/*.slow.test.ts"],
      testTimeout: 20_000,
    },
  }),
);
