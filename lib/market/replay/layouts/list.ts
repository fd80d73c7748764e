import type { Layout } from "../layout.ts";
import { binanceAggTrades } from "./binance_agg_trades.ts";
import { binanceBookTicker } from "./binance_book_ticker.ts";
import { binanceTrades } from "./binance_trades.ts";
import { bybitContracts, bybitSpot } from "./bybit.ts";
import { coinbaseTrades } from "./coinbase.ts";
import { databentoQuotes, databentoTrades } from "./databento.ts";
import { krakenTrades } from "./kraken.ts";
import { lobsterMessages, lobsterOrderBook } from "./lobster.ts";
import { okxOlderTrades, okxTrades } from "./okx.ts";
import { quotes, trades } from "./own.ts";
import { tardisQuotes, tardisTrades } from "./tardis.ts";

/** Every layout that is recognised. */
export const LAYOUTS: readonly Layout[] = [
  trades,
  quotes,
  binanceTrades,
  binanceAggTrades,
  binanceBookTicker,
  tardisTrades,
  tardisQuotes,
  bybitContracts,
  bybitSpot,
  okxTrades,
  okxOlderTrades,
  coinbaseTrades,
  krakenTrades,
  lobsterMessages,
  lobsterOrderBook,
  databentoQuotes,
  databentoTrades,
];
