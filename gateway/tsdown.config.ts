import { defineConfig } from "tsdown";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    engine: "src/engine/index.ts",
    thread: "src/worker/thread.ts",
    cli: "src/cli/main.ts",
  },
  format: ["esm", "cjs"],
  platform: "node",
  target: "node20.19",
  dts: true,
  fixedExtension: true,
  sourcemap: true,
  shims: true,
});
