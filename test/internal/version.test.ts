import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SDK_VERSION } from "../../src/internal/version.ts";

it("the version sent to servers is the package's", () => {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(SDK_VERSION).toBe(manifest.version);
});
