/*
 * Numbers and places in memory, in bytes, on which the kernel and its caller agree: read by both, as TypeScript
 * and as AssemblyScript. Four paths go together, one in each 32-bit lane of a vector; their numbers of 64 bits take
 * two vectors, paths 0 and 1 before 2 and 3.
 */

/** Paths in a vector, and in the two groups of four that are traded together, a tape each. */
export const LANES = 4, TOGETHER = 8;

/**
 * A tape has so many bytes for each grid time: words of buy orders, of sell orders, mid-prices. The last has
 * mid-prices alone.
 */
export const STEP = 64, MID = 32;

/** Bytes of a trader's terms, and of a row of its table; `step.as.ts` says what is in them. */
export const TERMS = 64, ROW = 32;

/** Paths that a column of finals has room for, and columns of a trader: those of `Finals`, in its order. */
export const ROOM = 512, COLUMNS = 7;

/** Columns of a trader's trace: four paths' wealth, their inventory, and the same of the other four. */
export const TRACES = 16;

/** What is recorded: profits and inventories alone, everything about the paths' ends, or every grid time as well. */
export const LEAN = 0, FULL = 1, TRACED = 2;

/**
 * Kinds of price: the caller has written it, it is X, it grows by e^X a step, by little (|X| is within ½ ln 2),
 * or it is e^X.
 */
export const WRITTEN = 0, ITSELF = 1, GROWING = 2, GROWING_LITTLE = 3, RAISED = 4;
