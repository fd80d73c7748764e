/*
 * The fast simulation, compiled to WebAssembly by `deno task kernel`: fills are integer comparisons with
 * thresholds tabulated once, eight paths go through a trader's table together, and their markets are
 * drawn four at a time. `kernel.ts` calls it.
 */

export { FREE, HEIGHTS, LAYERS, ORDERS_KEY, OUTCOME, PRICES_KEY } from "./layout.as";
export { drawPrices, growPrices, raisePrices } from "./prices.as";
export { full, fullUnusual, lean, leanUnusual, traced } from "./trade.as";
export { drawOrders } from "./words.as";
