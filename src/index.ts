/**
 * tradepose-client: describe trading strategies, backtest many of them over many periods as one batch,
 * get trades and performance as Polars DataFrames.
 *
 * Everything here is also reachable by subpath: `/expr` and `/builder` run in a browser, `/client` is the HTTP client,
 * `/batch` the batch layer, `/models` the wire models.
 */
export * from "./batch/index.ts";
export * from "./builder/index.ts";
export * from "./core/index.ts";
export * from "./expr/index.ts";
export { performanceSchema, tradesSchema } from "./models.ts";
