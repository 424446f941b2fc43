/** Where the client reports to. `console` and a pino logger are ones. Messages hold no secrets. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** From the most to the least talkative. */
export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;

/** The least important kind of message that is still reported. */
export type LogLevel = (typeof logLevels)[number];

/** Writes to standard error, so that what a program prints stays clean. */
const standardError: Logger = {
  debug: (message) => console.error(`[tradepose] debug: ${message}`),
  info: (message) => console.error(`[tradepose] info: ${message}`),
  warn: (message) => console.error(`[tradepose] warn: ${message}`),
  error: (message) => console.error(`[tradepose] error: ${message}`),
};

/** A logger that keeps silent about what is less important than `level`. */
export function leveled(level: LogLevel, logger: Logger = standardError): Logger {
  const least = logLevels.indexOf(level);
  const at = (index: number, write: (message: string) => void) => (index >= least ? write : () => {});
  return {
    debug: at(0, (message) => logger.debug(message)),
    info: at(1, (message) => logger.info(message)),
    warn: at(2, (message) => logger.warn(message)),
    error: at(3, (message) => logger.error(message)),
  };
}
