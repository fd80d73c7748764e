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

/** What is recorded, and the price's kind: by the numbers in `layout.ts`. */
export let recording: i32 = 0;
export let price: i32 = 0;

/** Places of the two tapes, of the traders' terms, of the columns of finals and, where there are any, of traces. */
export let tapes: usize = 0;
export let terms: usize = 0;
export let columns: usize = 0;
export let traces: usize = 0;

/** The price's step: initial price, where X starts, share kept, shift, deviation. */
export let initialPrice: f64 = 0;
export let start: f64 = 0;
export let kept: f64 = 0;
export let shift: f64 = 0;
export let deviation: f64 = 0;
