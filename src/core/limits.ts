/** Range, default and unit of an option that is a number. */
export interface Limit {
  /** What one unit of the environment variable is in units of the option: 1,000 for seconds, 1 for a count or a size. */
  readonly scale: number;
  readonly min: number;
  readonly max: number;
  /** Undefined: no limit. */
  readonly fallback: number | undefined;
}

const second = 1_000;

/** Every option that is a number; times in milliseconds, sizes in bytes. */
export const limits = {
  timeout: { scale: second, min: second, max: 600 * second, fallback: 30 * second },
  downloadTimeout: { scale: second, min: second, max: 600 * second, fallback: 60 * second },
  deadline: { scale: second, min: second, max: 86_400 * second, fallback: undefined },
  maxRetries: { scale: 1, min: 0, max: 10, fallback: 3 },
  maxRetryAfter: { scale: second, min: 0, max: 3_600 * second, fallback: 60 * second },
  pollInterval: { scale: second, min: second / 2, max: 60 * second, fallback: 2 * second },
  pollTimeout: { scale: second, min: 10 * second, max: 3_600 * second, fallback: 300 * second },
  maxResponseSize: { scale: 1, min: 1_024, max: 500_000_000, fallback: 64 * 2 ** 20 },
  maxDownloadSize: { scale: 1, min: 1_024, max: 2 ** 32 - 1, fallback: 2 ** 30 },
} as const satisfies Record<string, Limit>;

export type NumberOption = keyof typeof limits;
