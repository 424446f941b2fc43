import { describe, it } from "vitest";
import { DRIFT_CASES, expectNoDrift } from "./drift.ts";

describe("over a million bars nothing drifts", () => {
  it.each(DRIFT_CASES)("%s", (...kernel) => expectNoDrift(kernel, 1_000_000, 200));
});
