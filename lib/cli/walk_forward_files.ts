import { numberOf } from "../plural.ts";
import { csv } from "../analysis/session_rows.ts";
import { intensityCurve } from "../calibration/intensity_curve.ts";
import { stepReaches } from "../calibration/reach_sample.ts";
import { sliceTape } from "../market/slice_tape.ts";
import type { Tape } from "../market/tape.ts";
import type { Figure } from "../notebook/figure.ts";
import { fillWorthFigure } from "../notebook/figures/fill_worth.ts";
import { intensityFigure } from "../notebook/figures/intensity.ts";
import { inventoryFigure } from "../notebook/figures/inventory.ts";
import { wealthFigure } from "../notebook/figures/wealth.ts";
import { reportPage } from "../notebook/report_page.ts";
import type { WalkForward } from "../scenario/walk_forward.ts";

const units = { time: "s" };

/** A backtest as a page of its own. */
export function walkForwardPage(
  result: WalkForward,
  { text, json, tape }: { readonly text: string; readonly json: unknown; readonly tape: Tape },
): string {
  const figures = result.windows.flatMap(({ from, to, intensity, sessions }, i): Figure[] => {
    const all = Object.values(sessions);
    const where = result.windows.length > 1 ? `, window ${i + 1}` : "";
    const measured = intensityCurve(stepReaches(sliceTape(tape, 0, from)));
    const title = (what: string) => `${what}${where}: ${numberOf(to - from, "step")}`;
    return [
      intensityFigure({
        measured,
        fits: { "exact rule": intensity },
        units,
        title: `Intensity before step ${from}`,
      }),
      wealthFigure(all, { units, title: title("Wealth") }),
      inventoryFigure(all, { units, title: title("Inventory") }),
    ];
  });
  const filled = Object.values(result.traders).filter(({ fills }) => fills > 0);
  const worth = filled.length === 0 ? [] : [
    fillWorthFigure(filled, {
      units,
      title: "What a fill earns at once, and what the price takes",
    }),
  ];
  return reportPage({
    title: "Walk-forward backtest",
    text,
    figures: [...figures, ...worth],
    json,
  });
}

/** Every step of every trader and window as one CSV file. */
export function sessionsCsv({ windows }: WalkForward, capital: number): string {
  const lines = windows.flatMap(({ sessions }, window) =>
    Object.values(sessions).flatMap((session, i) => {
      const [header, ...rows] = csv(session, { capital }).trimEnd().split("\n");
      const own = rows.map((row) => `${session.name},${window + 1},${row}`);
      return window === 0 && i === 0 ? [`trader,window,${header}`, ...own] : own;
    })
  );
  return lines.join("\n") + "\n";
}
