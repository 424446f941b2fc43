import { readFile } from "node:fs/promises";
import { type Plan, PlanModel, PlanTier } from "tradepose-client/models";
import { GatewayError } from "./foundation/errors.ts";

/** What the contract, which knows no word for it, gets where there is no limit. */
const noLimit = 2_147_483_647;

/** The plan of a gateway that was given none: everything, for nothing. */
export const localPlan: Plan = {
  tier: PlanTier.FREE,
  name: "Local",
  description: "This gateway, on your own machine and data.",
  price_monthly: 0,
  price_yearly: 0,
  limits: {
    requests_per_minute: noLimit,
    monthly_quota: noLimit,
    max_concurrent_tasks: noLimit,
    max_strategies: noLimit,
    priority_queue: false,
    support_level: "none",
  },
  features: ["Backtests of your own data"],
};

/**
 * Reads a plan from a JSON file.
 *
 * @throws GatewayError `GATEWAY_PLAN` when the file cannot be read or holds no `Plan` of the contract.
 */
export async function readPlan(file: string): Promise<Plan> {
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw unusable(file, error.message);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw unusable(file, (error as Error).message);
  }
  const checked = PlanModel.safeParse(value);
  if (checked.success) return checked.data;
  const problems = checked.error.issues.map(
    ({ path, message }) => `${path.join(".") || "the file"}: ${message}`,
  );
  throw unusable(file, problems.join("; "));
}

function unusable(file: string, why: string): GatewayError {
  return new GatewayError(
    "GATEWAY_PLAN",
    `The plan ${file} cannot be used: ${why}. Give a JSON file with a Plan as in the contract (openapi/models.yaml).`,
  );
}
