/*
 * Places in memory that the kernel and its caller share. Four paths go together, one in each 32-bit lane
 * of a vector; their numbers of 64 bits take two vectors, paths 0 and 1 before 2 and 3.
 */

/** Keys of the streams of prices and of orders, four words each. */
export const PRICES_KEY: usize = memory.data(16, 16);
export const ORDERS_KEY: usize = memory.data(16, 16);
/** The ziggurat's 512 layers, 16 bytes each: places inside, 4 bytes of nothing, scale. Then one of nothing. */
export const LAYERS: usize = memory.data(8208, 16);
/** Heights of the bell between them. */
export const HEIGHTS: usize = memory.data(4104, 16);
/** What the run is; see `run.as.ts`. */
export const RUN: usize = memory.data(80, 16);
/** Where the caller's own things may begin: traders, outcomes, tapes, tables, traces. */
export const FREE: usize = __heap_base;

/** Bytes of a trader's terms, and of what four paths came to. */
export const TERMS: usize = 64, OUTCOME: usize = 144;

/*
 * A tape has 64 bytes for each grid time: words of buy orders, of sell orders, mid-prices. The last has
 * mid-prices alone.
 */
export const STEP: usize = 64, MID: usize = 32;

/* Constants that loops read from memory: written as numbers they would be put together at every use. */
export const ONE: usize = memory.data<i32>([1, 1, 1, 1], 16);
