import { type ExportRequest, ExportType, type StrategyConfig } from "tradepose-client/models";

/** Long while the close of the bar before is above its mean of `period` bars. */
export function averageStrategy(name: string, period = 20, instrument = "SP500"): StrategyConfig {
  const mean = `1D_SMA|${period}.close`;
  const compare = (op: "Gt" | "Lt") => ({
    BinaryExpr: { left: { Column: "open" }, op, right: { Column: mean } },
  });
  const trigger = { priority: 1, price_expr: { Column: "open" } };
  return {
    name,
    base_instrument: instrument,
    base_freq: "1D",
    indicators: [{ freq: "1D", shift: 1, indicator: { type: "SMA", period, column: "close" } }],
    base_blueprint: {
      name: "trend",
      direction: "Long",
      trend_type: "Trend",
      entry_first: true,
      entry_triggers: [
        { ...trigger, name: "up", order_strategy: "ImmediateEntry", conditions: [compare("Gt")] },
      ],
      exit_triggers: [
        { ...trigger, name: "down", order_strategy: "ImmediateExit", conditions: [compare("Lt")] },
      ],
    },
    advanced_blueprints: [],
  };
}

export function requestOf(fields: Partial<ExportRequest> = {}): ExportRequest {
  return {
    strategy_configs: [averageStrategy("average")],
    export_type: ExportType.BACKTEST_RESULTS,
    start_date: "2010-01-01",
    end_date: "2010-12-31",
    ...fields,
  };
}
