import type { UsageWindow } from "tradepose-client/models";
import { countEndedTasks, countRequests } from "../../store/usage.ts";
import type { Handlers } from "../handler.ts";
import { monthStart, percentUsed } from "../month.ts";
import { spanStart } from "../request-counter.ts";
import type { Services } from "../services.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export function usageHandlers({ database, counter, plan }: Services): Handlers<"usage.getCurrent"> {
  const { queries } = database;

  /** Requests are known to the tick: the one in which the window begins is counted whole. */
  async function window(userId: string, now: number, length: number): Promise<UsageWindow> {
    const [requests, tasks] = await Promise.all([
      countRequests(queries, userId, "tick", spanStart("tick", now - length)),
      countEndedTasks(queries, userId, new Date(now - length)),
    ]);
    return { total_requests: requests, completed_tasks: tasks.completed, failed_tasks: tasks.failed };
  }

  return {
    "usage.getCurrent": async ({ caller: { userId } }) => {
      await counter.flush();
      const now = Date.now();
      const start = monthStart(new Date(now));
      const [lastMinute, lastHour, lastDay, requests, tasks] = await Promise.all([
        window(userId, now, minute),
        window(userId, now, hour),
        window(userId, now, day),
        countRequests(queries, userId, "day", start),
        countEndedTasks(queries, userId, start),
      ]);
      const { monthly_quota: quota, requests_per_minute } = plan.limits;
      return {
        status: 200,
        body: {
          period_start: start.toISOString(),
          last_minute: lastMinute,
          last_hour: lastHour,
          last_day: lastDay,
          current_period: {
            total_requests: requests,
            completed_tasks: tasks.completed,
            failed_tasks: tasks.failed,
          },
          plan: plan.tier,
          monthly_quota: quota,
          requests_per_minute,
          remaining_quota: Math.max(0, quota - requests),
          quota_percentage_used: percentUsed(requests, quota),
          last_updated: new Date(now).toISOString(),
        },
      };
    },
  };
}
