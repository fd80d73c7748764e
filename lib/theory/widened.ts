import { numberOf } from "../plural.ts";
import { type PolicyTable, policyTable, type TraderOrTable } from "../trading/policy_table.ts";
import type { Setting } from "../trading/setting.ts";

/** What may be lost beyond a table's inventories before a result is none: one session in a thousand million. */
export const NEGLIGIBLE = 1e-9;

/** Entries of the largest table that is tried where a narrower one was too narrow: about 320 MB. */
const LARGEST = 10_000_000;

/** A result on a table, and what its inventories leave out. */
interface Tried<T> {
  readonly result: T;
  readonly lost: number;
}

/**
 * Takes an exact result on tables wider and wider, until what their inventories leave out is negligible.
 *
 * A table or a `maxLots` that was given is kept as it is, and the result refused where it leaves out more.
 *
 * @param action What is taken, for the message.
 * @param setting Market, clock and traders.
 * @param trader A name, a trader, or a table.
 * @param maxLots Largest inventory tabulated, where the caller says so.
 * @param take The result on a table, and the share of it that was lost.
 * @throws {RangeError} Where too much is lost, and a wider table is not to be had.
 */
export function widened<Name extends string, T>(
  action: string,
  setting: Setting<Name>,
  trader: TraderOrTable<Name>,
  maxLots: number | undefined,
  take: (table: PolicyTable) => Tried<T>,
): T {
  const start = policyTable(setting, trader, { maxLots });
  const { result, lost, table } = widest(setting, trader, maxLots, start, take);
  if (lost < NEGLIGIBLE) return result;
  throw new RangeError(
    `Cannot ${action} of ${table.name} as the probability of inventories beyond ${
      numberOf(table.maxLots, "order")
    } must be below ${NEGLIGIBLE}: current value is ${lost}; a table with more (maxLots) holds them, or ` +
      "fewer steps",
  );
}

/** {@linkcode widened} from a table on, with the result of the widest there may be where all lose too much. */
export function widest<Name extends string, T>(
  setting: Setting<Name>,
  trader: TraderOrTable<Name>,
  maxLots: number | undefined,
  start: PolicyTable,
  take: (table: PolicyTable) => Tried<T>,
): Tried<T> & { readonly table: PolicyTable } {
  for (let table = start;;) {
    const tried = take(table);
    const enough = tried.lost < NEGLIGIBLE || maxLots !== undefined;
    const wider = enough ? undefined : wideTable(setting, trader, table);
    if (wider === undefined) return { ...tried, table };
    table = wider;
  }
}

/** A table of twice the inventories; undefined where there are none beyond, or it would be too large. */
function wideTable<Name extends string>(
  setting: Setting<Name>,
  trader: TraderOrTable<Name>,
  { maxLots, stride, grid: { steps } }: PolicyTable,
): PolicyTable | undefined {
  const given = typeof trader === "object" && "bidFill" in trader;
  const lots = Math.min(steps, 2 * maxLots);
  const entries = (2 * lots + 1) * (stride === 0 ? 1 : steps);
  if (given || lots <= maxLots || entries > LARGEST) return undefined;
  return policyTable(setting, trader, { maxLots: lots });
}
