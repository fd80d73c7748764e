import type { Kind } from "../check.ts";
import { listOf, maybe, word } from "../kinds.ts";

/**
 * How every chart looks: the same colour for the same thing in all of them.
 *
 * The ground is transparent, so that charts stand on dark pages and light ones. Letters are the grey that
 * reads best on both (4.5 to 1 on white, 4.2 to 1 on JupyterLab's dark), and in a live chart the page's own
 * colour, as no single grey has 4.5 to 1 on both; lines keep at least 3 to 1 on both. All colours stay apart for the colour-blind (CIE76 distance of at least 15 between any two of AS,
 * Naive, mid, bid, ask and exact in simulated protanopia, deuteranopia and tritanopia), and dashes and
 * markers tell them apart as well.
 *
 * @module
 */

/** What a line, bar or marker stands for. */
export type Role =
  | "as"
  | "naive"
  | "mid"
  | "bid"
  | "ask"
  | "reservation"
  | "exact"
  | "gueantLehalle"
  | "carteaJaimungal"
  | "other";

/** How something looks in every chart. */
export interface Look {
  /** Colour, as CSS writes it. */
  readonly color: string;
  /** Plotly's name of the line's dashes, or their lengths in pixels. */
  readonly dash: string;
  /** Plotly's name of the marker. */
  readonly symbol: string;
  /** Width of the line, in pixels. */
  readonly width: number;
}

const look = (color: string, dash: string, symbol: string, width = 1.8): Look => ({
  color,
  dash,
  symbol,
  width,
});

/** The look of everything that has one of its own. */
export const looks: Readonly<Record<Role, Look>> = {
  as: look("#4f6cd6", "solid", "circle", 2),
  naive: look("#b84c12", "5px,2px", "square"),
  mid: look("#888888", "solid", "circle", 1.4),
  bid: look("#0aa060", "solid", "triangle-up", 1.3),
  ask: look("#ad4896", "solid", "triangle-down", 1.3),
  reservation: look("#4f6cd6", "2px,2px", "diamond"),
  exact: look("#c08400", "8px,3px", "diamond", 2.4),
  gueantLehalle: look("#e84a56", "7px,2px,2px,2px", "triangle-up"),
  carteaJaimungal: look("#a43cf0", "3px,2px", "star"),
  other: look("#0b8a9c", "solid", "cross"),
};

/** Whose colours something has, or none. */
export const role: Kind = maybe(word(...Object.keys(looks)));

/** Grey of letters. */
export const ink = "#767676";
/** Grey of the grid. */
export const faint = "rgba(128,128,128,0.22)";
/** Nothing at all. */
export const clear = "rgba(0,0,0,0)";
/** Families of letters. */
export const letters = "Helvetica Neue, Helvetica, Arial, sans-serif";

/** Looks for what has no role, or whose role another line of the chart has taken. */
const spares: readonly Look[] = [
  looks.other,
  look("#e84a56", "4px,2px", "x"),
  look("#a43cf0", "7px,2px,2px,2px", "star"),
  look("#8a7d00", "3px,3px", "hexagon"),
  look("#c2569b", "10px,3px", "pentagon"),
  look("#5f7f8f", "1px,2px", "hourglass"),
];

/**
 * Gives each series of a chart a look: that of its role, a spare one where it has none or another series of
 * the chart has taken it.
 *
 * @param roles What the series are, in the chart's order.
 * @returns One look a series; no two the same, up to fifteen.
 */
export function looksOf(roles: readonly (Role | undefined)[]): readonly Look[] {
  listOf("roles", role)("find looksOf", "roles", roles);
  const taken = new Set<string>();
  const found = roles.map((role) => {
    if (role === undefined || taken.has(looks[role].color)) return undefined;
    taken.add(looks[role].color);
    return looks[role];
  });
  const free = spares.filter(({ color }) => !taken.has(color));
  let next = 0;
  return found.map((own) => own ?? free[next++ % free.length]);
}

/** A colour of the theme, `#rrggbb`, with an opacity. */
export function translucent(color: string, opacity: number): string {
  const part = (at: number) => parseInt(color.slice(at, at + 2), 16);
  return `rgba(${part(1)},${part(3)},${part(5)},${opacity})`;
}
