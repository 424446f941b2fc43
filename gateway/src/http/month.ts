/** First moment of the month (UTC), in which requests are counted against the plan. */
export function monthStart(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth()));
}

/** How much of the quota is used, 0 to 100. */
export function percentUsed(used: number, quota: number): number {
  if (used >= quota) return used === 0 ? 0 : 100;
  return (100 * used) / quota;
}
