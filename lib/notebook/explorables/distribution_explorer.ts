import { looks } from "../theme.ts";
import {
  type DistributionModel,
  distributionModel,
  type DistributionValues,
  type ProfitLaw,
} from "./distribution_explorer_model.ts";
import { decadeStops, evenStops, type Explorable, type Scene } from "./explorable.ts";
import { parameterSlider } from "./controls.ts";
import { line } from "../chart/marks/line.ts";
import { rule } from "../chart/marks/rule.ts";
import { roundRange } from "../chart/ticks.ts";
import { decimals } from "../numbers.ts";
import { dashed, dot, type SceneChart } from "./scene_charts.ts";

/** The distribution explorer: the whole exact law of profit, for three strategies at once. */
export const distributionExplorable: Explorable<DistributionValues, DistributionModel> = {
  name: "distribution_explorer",
  title: "How is the profit of a day distributed?",
  defaults: { riskAversion: 0.1, volatility: 2, scale: 140, decay: 1.5, steps: "200" },
  controls: {
    riskAversion: parameterSlider("riskAversion", decadeStops(-3, 0)),
    volatility: parameterSlider("volatility", evenStops(0.5, 5, 0.1)),
    scale: parameterSlider("scale", evenStops(40, 160, 10)),
    decay: parameterSlider("decay", evenStops(0.5, 5, 0.1)),
    steps: {
      kind: "choice",
      label: "Steps a day",
      options: { "100": "100, for slow machines", "200": "200, as in the paper" },
    },
  },
  model: distributionModel,
  view,
};

const styles = {
  naive: { look: looks.naive, name: "Naive: AS’s average spread" },
  as: { look: looks.as, name: "AS", filled: 0.13 },
  glft: { look: looks.gueantLehalle, name: "GLFT, the optimum" },
} as const;

function view(model: DistributionModel): Scene {
  const { naive, as, glft } = model.laws;
  const lost = Math.max(naive.lost, as.lost, glft.lost);
  return {
    charts: [densities(model)],
    table: {
      caption: "Exact, no simulation; inventories beyond those tabulated have a probability of " +
        `${lost < 1e-9 ? "less than 1e−9" : lost.toExponential(0).replace("-", "−")}`,
      columns: ["strategy", "mean ($)", "sd ($)", "1 day in 20 below ($)", "loss", "sd of final q"],
      rows: [naive, as, glft].map(row),
    },
    summary: `Naive earns ${decimals(naive.mean, 2)} ± ${decimals(naive.sd, 2)} $, ` +
      `AS ${decimals(as.mean, 2)} ± ${decimals(as.sd, 2)} $, ` +
      `GLFT ${decimals(glft.mean, 2)} ± ${decimals(glft.sd, 2)} $ a day.`,
  };
}

function row({ name, mean, sd, low, loss, inventorySd }: ProfitLaw): readonly string[] {
  const share = loss < 5e-5 ? "< 0.01 %" : `${decimals(100 * loss, 2)} %`;
  return [
    name,
    decimals(mean, 2),
    decimals(sd, 2),
    decimals(low, 2),
    share,
    decimals(inventorySd, 2),
  ];
}

function densities({ profits, laws }: DistributionModel): SceneChart {
  const names = ["naive", "as", "glft"] as const;
  const highest = Math.max(...names.flatMap((name) => laws[name].density));
  const ends = [profits[0], profits[profits.length - 1]];
  const range = roundRange(ends, 8);
  const atMean = (name: typeof names[number]) => {
    const { mean, density } = laws[name];
    const step = (ends[1] - ends[0]) / (profits.length - 1);
    return density[Math.round((mean - ends[0]) / step)];
  };
  return {
    title: "Probability density of a day’s profit",
    height: 340,
    x: { label: "Profit of a day", unit: "$", range },
    y: {
      label: "Density",
      unit: "1/$",
      range: [0, roundRange([0, highest * 1.02], 4)[1]],
    },
    marks: [
      rule({ axis: "x", value: 0, look: dashed }),
      ...names.map((name) =>
        line({
          ...styles[name],
          look: { ...styles[name].look, width: 2.2 },
          x: profits,
          y: laws[name].density,
        })
      ),
      ...names.map((name) => dot(styles[name].look, laws[name].mean, atMean(name))),
    ],
  };
}
