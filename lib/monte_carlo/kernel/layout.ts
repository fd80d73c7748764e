/*
 * Places in memory that the kernel and its caller share, in bytes: read by both, as TypeScript and as
 * AssemblyScript. Four paths go together, one in each 32-bit lane of a vector; their numbers of 64 bits take
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
