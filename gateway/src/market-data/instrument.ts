import type { InstrumentResponse } from "tradepose-client/models";
import type { Costs } from "../engine/bars.ts";
import { calendarOf } from "../engine/calendar/calendar.ts";
import { FREQS, type Freq, isFreq } from "../engine/calendar/freq.ts";
import { zoneOf } from "../engine/calendar/zone.ts";
import { MarketDataError } from "./errors.ts";

/** What an instrument is, as the contract describes it, without what the catalogue itself keeps. */
export type InstrumentFacts = Omit<InstrumentResponse, "id" | "symbol" | "created_at" | "updated_at">;

/** How the bars of an instrument are to be read. */
export interface SeriesSettings {
  readonly freq: Freq;
  /** IANA zone of session days and of times without offset. */
  readonly timeZone: string;
  /** Local time `HH:MM` at which a session day starts. */
  readonly sessionStart: string;
  /** Prices of 0 and below are allowed, as some futures and spreads have had them. */
  readonly negativePrices: boolean;
}

export const NO_COSTS: Costs = { commissionRate: 0, commissionFixed: 0, slippage: 0 };

/** What is assumed of an instrument of which nothing is said: one unit of it is traded in dollars, cents apart. */
export function defaultFacts(symbol: string): InstrumentFacts {
  return {
    account_source: "IB",
    broker_type: "tradepose_mock",
    market_type: "spot",
    base_currency: symbol,
    quote_currency: "USD",
    tick_size: "0.01",
    lot_size: "1",
    contract_size: "1",
    point_value: "1",
    price_precision: 2,
    quantity_precision: 0,
    status: "active",
  };
}

const SYMBOL_LENGTH = 64;

/** @throws MarketDataError `INVALID_OPTION` when the text cannot name an instrument. */
export function checkSymbol(symbol: string): void {
  const printable = !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(symbol) && symbol.trim() === symbol;
  if (symbol === "" || symbol.length > SYMBOL_LENGTH || !printable) {
    throw new MarketDataError(
      "INVALID_OPTION",
      `instrument ${JSON.stringify(symbol)} is no symbol: give 1 to ${SYMBOL_LENGTH} printable characters without blanks at the ends`,
    );
  }
}

/** @throws MarketDataError `INVALID_OPTION` naming the setting that cannot be used. */
export function checkSettings({ freq, timeZone, sessionStart }: SeriesSettings): void {
  if (!isFreq(freq)) {
    throw new MarketDataError("INVALID_OPTION", `freq "${String(freq)}" is not one of ${FREQS.join(", ")}`);
  }
  try {
    zoneOf(timeZone);
  } catch (cause) {
    throw new MarketDataError(
      "INVALID_OPTION",
      `timezone "${timeZone}" is not an IANA zone such as America/New_York`,
      { cause },
    );
  }
  try {
    calendarOf(timeZone, sessionStart);
  } catch (cause) {
    throw new MarketDataError("INVALID_OPTION", `sessionStart "${sessionStart}" is not a time of day HH:MM`, {
      cause,
    });
  }
}

/** @throws MarketDataError `INVALID_OPTION` naming the cost that is not a finite number of 0 or more. */
export function checkCosts(costs: Partial<Costs>): void {
  for (const [name, value] of Object.entries(costs)) {
    if (!Number.isFinite(value) || value < 0) {
      throw new MarketDataError("INVALID_OPTION", `costs.${name} is ${value}; give a number of 0 or more`);
    }
  }
}
