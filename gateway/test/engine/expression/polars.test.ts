import pl from "nodejs-polars";
import { describe, it } from "vitest";
import { rust053 } from "./dialect/dialects.ts";
import { proveAgreement } from "./dialect/proof.ts";

/**
 * The deeper run, and the same against Rust Polars 0.51 itself, is `npm run test:polars-dialect`. What npm's builds of
 * Polars lack is checked against plain versions in naive.test.ts.
 */
describe("random expressions over random frames give what Polars gives", () => {
  it.each(proveAgreement(rust053(pl), 5))("%s", { timeout: 60_000 }, (_kind, assertAgreement) => {
    assertAgreement();
  });
});
