import { defineConfig } from "tsdown";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    models: "src/models.ts",
    expr: "src/expr/index.ts",
    builder: "src/builder/index.ts",
    client: "src/core/index.ts",
    batch: "src/batch/index.ts",
  },
  format: ["esm", "cjs"],
  platform: "node",
  target: "node20.19",
  dts: true,
  fixedExtension: true,
  sourcemap: true,
  // In CommonJS their default export is not where Node looks for it; together they are 10 kB.
  deps: { alwaysBundle: ["openapi-fetch", "p-retry", "is-network-error"] },
});
