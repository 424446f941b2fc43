import { describe, it } from "vitest";
import { DRIFT_CASES, expectNoDrift } from "./drift.ts";

describe("over ten million bars nothing drifts", () => {
  it.each(DRIFT_CASES)("%s", { timeout: 120_000 }, (...kernel) => expectNoDrift(kernel, 10_000_000, 2_000));
});
