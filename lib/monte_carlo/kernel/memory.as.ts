/*
 * What the caller tells the kernel, once a run: numbers by their names, and things from a place on.
 */

/** Keys of the streams of prices and of orders, four words each. */
export const PRICES_KEY: usize = memory.data(16, 16);
export const ORDERS_KEY: usize = memory.data(16, 16);
/** The ziggurat's 512 layers, 16 bytes each: places inside, 4 bytes of nothing, scale. Then one of nothing. */
export const LAYERS: usize = memory.data(8208, 16);
/** Heights of the bell between them. */
export const HEIGHTS: usize = memory.data(4104, 16);
/** Where the caller's own things may begin. */
export const FREE: usize = __heap_base;

/** Steps of a path, and number of traders. */
export let steps: i32 = 0;
export let traders: i32 = 0;

/** What is recorded: profits and inventories alone, all about the paths' ends, or every grid time as well. */
export let recording: i32 = 0;
export const LEAN = 0, FULL = 1;

/** Places of the two tapes, of the traders' terms, of the columns of finals and, where there are any, of traces. */
export let tapes: usize = 0;
export let terms: usize = 0;
export let columns: usize = 0;
export let traces: usize = 0;

/** The price's kind: the caller has written it, it is X, it grows by e^X a step, |X| within ½ ln 2, by any, or it is e^X. */
export let price: i32 = 0;
export const ITSELF = 1, GROWING_LITTLE = 2, GROWING = 3;

/** Its step: initial price, where X starts, share kept, shift, deviation. */
export let initialPrice: f64 = 0;
export let start: f64 = 0;
export let kept: f64 = 0;
export let shift: f64 = 0;
export let deviation: f64 = 0;
