import { numberOf } from "../plural.ts";
import { displayMethod } from "../notebook/display.ts";
import { line } from "../notebook/chart/marks/line.ts";
import { type Figure, figure } from "../notebook/figure.ts";
import { PICTURE_TYPE } from "../notebook/media.ts";
import { readable } from "../notebook/numbers.ts";
import { reportPage } from "../notebook/report_page.ts";
import { looksOf, type Role } from "../notebook/theme.ts";
import { traderLabel, type TraderName } from "../scenario/named_traders.ts";

/** What a frontier is drawn from. */
interface FrontierPoint {
  /** The trader. */
  readonly trader: TraderName;
  /** The swept parameter's value; undefined where nothing is swept. */
  readonly value: unknown;
  /** Mean profit, in currency. */
  readonly mean: number;
  /** Its standard deviation, in currency. */
  readonly sd: number;
}

/** What a chart of them says. */
interface FrontierWords {
  /** The scenario's name. */
  readonly scenario: string;
  /** Which parameter is swept, if any. */
  readonly key?: string;
  /** Steps of a session. */
  readonly steps: number;
}

const roles: Partial<Readonly<Record<TraderName, Role>>> = {
  naive: "naive",
  as: "as",
  stepped: "exact",
  glft: "gueantLehalle",
  cj: "carteaJaimungal",
};

/**
 * The frontier: mean profit against its deviation, a line with points for each trader.
 *
 * @param points Exact results, each trader's in the sweep's order.
 * @param words What was swept, and where.
 */
export function frontierFigure(
  points: readonly FrontierPoint[],
  { scenario, key, steps }: FrontierWords,
): Figure {
  const names = [...new Set(points.map(({ trader }) => trader))];
  const looks = looksOf(names.map((name) => roles[name]));
  const own = names.map((name) => points.filter(({ trader }) => trader === name));
  const shown = ({ value }: FrontierPoint) =>
    typeof value === "number" ? readable(value) : String(value);
  const marks = own.map((mine, i) =>
    line({
      name: traderLabel(names[i]),
      x: mine.map(({ sd }) => sd),
      y: mine.map(({ mean }) => mean),
      look: looks[i],
      marked: true,
      kept: mine.map((_, at) => at),
      ...(key === undefined ? {} : { text: mine.map((point) => `${key} ${shown(point)}`) }),
      hover: `deviation %{x:.5~g} $<br>mean %{y:.5~g} $${
        key === undefined ? "" : "<br>%{text}"
      }<extra>${traderLabel(names[i])}</extra>`,
    })
  );
  const along = key === undefined
    ? ""
    : `, ${key} from ${shown(points[0])} to ${shown(points[points.length - 1])}`;
  const title = `Mean and deviation of profit: ${scenario}${along}`;
  const ends = own.map((mine, i) => {
    const [first, last] = [mine[0], mine[mine.length - 1]];
    const to = mine.length > 1 ? ` to ${readable(last.mean)} ± ${readable(last.sd)} $` : "";
    return `${traderLabel(names[i])}, ${readable(first.mean)} ± ${readable(first.sd)} $${to}`;
  });
  return figure({
    x: { label: "Standard deviation of profit", unit: "$" },
    y: { label: "Mean profit", unit: "$" },
    marks,
    title,
    caption: `${title}. Exact results of ${numberOf(steps, "step")}, a point each: ${
      ends.join("; ")
    }.`,
    hovermode: "closest",
  });
}

/**
 * The frontier as a file: a picture, or a page with the numbers as text and JSON below it.
 *
 * @param path Its name; `.svg` makes a picture.
 */
export function frontierFile(
  path: string,
  points: readonly FrontierPoint[],
  { text, json, ...words }: FrontierWords & { readonly text: string; readonly json: unknown },
): string {
  const drawn = frontierFigure(points, words);
  if (/svg$/i.test(path)) return `${drawn[displayMethod]()[PICTURE_TYPE]}\n`;
  return reportPage({ title: drawn.chart.title, text, figures: [drawn], json });
}
