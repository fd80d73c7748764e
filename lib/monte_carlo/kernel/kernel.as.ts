/*
 * The fast simulation, compiled to WebAssembly by `deno task kernel`: fills are integer comparisons with
 * thresholds tabulated once, eight paths go through a trader's table together, and their markets are
 * drawn four at a time. `kernel.ts` calls it.
 */

export { FREE, HEIGHTS, LAYERS, ORDERS_KEY, PRICES_KEY, RUN } from "./layout.as";
export { draw, run, trade } from "./run.as";
// Exported, these stay functions of their own: the engine compiles at leisure only those that are used.
export { full, fullUnusual, lean, leanUnusual, traced } from "./trade.as";
