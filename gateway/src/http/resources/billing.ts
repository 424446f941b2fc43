import { countRequests, listDays } from "../../store/usage.ts";
import type { Caller, Handlers } from "../handler.ts";
import { HttpError, unprocessable } from "../http-error.ts";
import { readMoment } from "../moment.ts";
import { monthStart, percentUsed } from "../month.ts";
import type { Services } from "../services.ts";

type BillingOperations =
  | "billing.listPlans"
  | "billing.getSubscription"
  | "billing.cancelSubscription"
  | "billing.getUsage"
  | "billing.getUsageHistory";

/** Nothing is sold here, so there is no checkout: it stays without a handler, and answers 501. */
export function billingHandlers({ database, counter, plan }: Services): Handlers<BillingOperations> {
  const { queries } = database;
  const quota = plan.limits.monthly_quota;

  async function usedThisMonth(caller: Caller, now: Date): Promise<number> {
    await counter.flush();
    return countRequests(queries, caller.userId, "day", monthStart(now));
  }

  return {
    "billing.listPlans": async () => ({ status: 200, body: { plans: [plan] } }),

    "billing.getSubscription": async ({ caller }) => ({
      status: 200,
      body: {
        subscription: null,
        current_plan: plan.tier,
        usage_current_month: await usedThisMonth(caller, new Date()),
        usage_limit: quota,
      },
    }),

    "billing.cancelSubscription": async () => {
      throw new HttpError(404, "There is no subscription to cancel: this gateway sells none.");
    },

    "billing.getUsage": async ({ caller }) => {
      const now = new Date();
      const usage = await usedThisMonth(caller, now);
      return {
        status: 200,
        body: {
          current_month: {
            user_id: caller.userId,
            current_month: now.toISOString().slice(0, "YYYY-MM".length),
            usage,
            limit: quota,
            remaining: Math.max(0, quota - usage),
            percentage_used: percentUsed(usage, quota),
          },
          plan_name: plan.name,
          plan_tier: plan.tier,
          rate_limit_per_minute: plan.limits.requests_per_minute,
          monthly_quota: quota,
        },
      };
    },

    "billing.getUsageHistory": async ({ caller, query }) => {
      const last = query.end_date === undefined ? new Date() : readDay(query.end_date);
      const first = query.start_date === undefined ? monthStart(last) : readDay(query.start_date);
      if (first > last) {
        const message = `is after the last day, ${dayOf(last)}`;
        throw unprocessable([{ field: "start_date", message, type: "invalid_period" }]);
      }
      await counter.flush();
      const days = await listDays(queries, caller.userId, first, last);
      return {
        status: 200,
        body: {
          user_id: caller.userId,
          start_date: dayOf(first),
          end_date: dayOf(last),
          total_requests: days.reduce((sum, { requests }) => sum + requests, 0),
          daily_usage: days.map(({ start, requests }) => ({ usage_date: dayOf(start), requests })),
        },
      };
    },
  };
}

function readDay(date: string): Date {
  return readMoment(`${date}T00:00:00Z`);
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, "YYYY-MM-DD".length);
}
