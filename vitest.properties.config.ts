import { configDefaults, defineConfig, mergeConfig } from "vitest/config";
import shared from "./vitest.shared.ts";

/** The properties with values nobody has seen yet, not the fixed ones of the gate: `npm run test:properties`. */
export default mergeConfig(
  shared,
  defineConfig({
    test: {
      include: ["{test,gateway/test}/**/*.test.ts"],
      exclude: [
        ...configDefaults.exclude,
        "**/*.slow.test.ts",
        "test/{e2e,faults,browser,packed,examples,docs}/**",
      ],
      env: { PROPERTY_SEED: "random" },
      testTimeout: 60_000,
    },
  }),
);
