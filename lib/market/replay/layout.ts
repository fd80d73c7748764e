import type { Fault } from "./field.ts";
import type { TimeUnit } from "./time_unit.ts";

/** A column of words, and what each of them says. */
export interface WordColumn {
  /** The column's name. */
  readonly column: string;
  /** Who crossed the spread, by word: 1 for a buyer, −1 for a seller, 0 where nobody did and the row is passed over. */
  readonly words: ReadonlyMap<string, number>;
  /** What the words mean, such as `true: a seller crossed`. */
  readonly meaning: string;
}

/**
 * How a source writes its files: one value, in one file of `layouts/`, and all that reading needs to know.
 */
export interface Layout {
  /** Its name, such as `Tardis trades`. */
  readonly name: string;
  /** What its rows are. */
  readonly kind: "trades" | "quotes" | "trades and quotes";
  /** Its columns as published, in order. In a file with a header they may stand in any order, with others between. */
  readonly columns: readonly string[];
  /** How many of the last a header may lack. @default {0} */
  readonly optional?: number;
  /** Whether a first line has its shape where there is no header; by default a header is needed. */
  readonly headless?: (fields: readonly string[]) => boolean;
  /** What is wrong with a row of a file without a header, beyond its fields. @default {nothing} */
  readonly headlessFault?: (fields: readonly string[]) => Fault | undefined;
  /** Columns of a sibling: a header with one of them is none of this layout. @default {none} */
  readonly foreign?: readonly string[];
  /** Whether a header needs every column of the layout, and no other. @default {false} */
  readonly strict?: boolean;
  /** The column of times, and their unit; `row` for none: row i has the time of row i of the file that gives times. */
  readonly time: { readonly column: string; readonly unit: TimeUnit } | "row";
  /** Whether its rows give their times to another file's. @default {false} */
  readonly givesTimes?: boolean;
  /** Whether times are since the midnight of the day in the file's name. @default {false} */
  readonly sinceMidnight?: boolean;
  /** The column of the instrument, the same in all rows. */
  readonly instrument?: string;
  /** A column of numbers that grow from row to row. */
  readonly id?: string;
  /** Whether rows come interleaved and are put in the order of their numbers. @default {false} */
  readonly interleaved?: boolean;
  /** Unit of its prices, in currency: a number, or `nanos` for billionths that may be written as decimals. @default {1} */
  readonly priceUnit?: number | "nanos";
  /** A column of words that say whether a row is a trade; where it is none, it is passed over. */
  readonly trades?: {
    readonly column: string;
    readonly words: ReadonlyMap<string, boolean>;
  };
  /** Columns of a trade; without an aggressor, sides come from the tick rule alone. */
  readonly trade?: {
    readonly price: string;
    readonly quantity: string;
    readonly aggressor?: WordColumn;
  };
  /** Whether a quote may lack a side, and is passed over then. @default {false} */
  readonly oneSided?: boolean;
  /** Columns of a quote. */
  readonly quote?: {
    readonly bid: string;
    readonly bidQuantity: string;
    readonly ask: string;
    readonly askQuantity: string;
  };
}
