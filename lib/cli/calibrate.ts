/**
 * `deno task calibrate FILE…`: σ, A and k of a recorded market, with their uncertainty.
 *
 * @module
 */
import { calibrate, type Calibration, type SideFits } from "../calibration/calibrate.ts";
import type { IntensityFit } from "../calibration/fit_intensity.ts";
import type { IntensityPoint } from "../calibration/intensity_curve.ts";
import type { FittedParameter } from "../calibration/parameter.ts";
import { streams } from "../random/streams.ts";
import { progressBar } from "../notebook/progress.ts";
import { type Command, runCommand } from "./command.ts";
import { flag, optional, toggle, type Values } from "./flags.ts";
import { blockOr, filesHelp, marketFlags, replayFiles, thresholdOr } from "./market_files.ts";
import { replayJson, replaySummary } from "./replay_summary.ts";
import { digits, tableOf, textTable } from "./table.ts";
import { anyText, whole } from "./values.ts";

const flags = {
  ...marketFlags,
  block: optional("STEPS", whole(), "block length of the bootstrap", "ten seconds' worth"),
  replications: flag("N", whole({ most: 1e6 }), "bootstrap samples", "500"),
  seed: flag("S", anyText, "seed of the bootstrap", "1"),
  json: toggle("one JSON object instead of tables"),
};

const command: Command<typeof flags> = {
  name: "calibrate",
  words: "FILE…",
  about: "Estimates volatility σ and the intensity of fills A·e^(−kδ) of a recorded market.",
  flags,
  notes: filesHelp,
  run: calibrateCommand,
};

async function calibrateCommand(
  values: Values<typeof flags>,
  files: readonly string[],
): Promise<number> {
  const { replications, seed } = values;
  const replayed = await replayFiles(files, values, { orders: true });
  const { tape, tick, reports } = replayed;
  const threshold = thresholdOr(values.threshold, tick);
  const { dt, steps } = tape.grid;
  const block = blockOr(values.block, dt, steps);
  const random = streams(seed)("bootstrap");
  const progress = progressBar("Drawing samples");
  const found = calibrate(replayed, { threshold, block, replications, random, progress });
  if (values.json) {
    const replay = replayJson(replayed);
    console.log(JSON.stringify({ files: reports, replay, threshold, block, seed, ...found }));
  } else {
    console.log([replaySummary(replayed), ...tables(found, threshold, block)].join("\n\n"));
  }
  return 0;
}

const range = ([lower, upper]: readonly [number, number]) => `${digits(lower)} … ${digits(upper)}`;
const cells = ({ value, interval }: FittedParameter) => [digits(value), range(interval)];

function tables(found: Calibration, threshold: number, block: number): string[] {
  const { volatility, signature, intensity, bootstrap, curve, logLinear } = found;
  const fitRow = (side: string, law: string, fit: IntensityFit | null) => [
    `${side}, ${law}`,
    ...(fit ? [...cells(fit.scale), ...cells(fit.decay)] : ["–", "–", "–", "–"]),
    fit ? `${fit.beyond} of ${fit.count}` : "–",
  ];
  const counted = Object.values(intensity).some(({ counting }) => counting !== null);
  const sideRows = (side: string, fits: SideFits) => [
    fitRow(side, "first-order", fits.firstOrder),
    fitRow(side, "exact", fits.exact),
    ...(counted ? [fitRow(side, "counting", fits.counting)] : []),
  ];
  const again = bootstrap
    ? [[
      `both, exact, bootstrap in blocks of ${block}`,
      "",
      range(bootstrap.scale.interval),
      "",
      range(bootstrap.decay.interval),
      "",
    ]]
    : [];
  const line = logLinear
    ? [[
      "both, line through log intensities",
      ...cells(logLinear.scale),
      ...cells(logLinear.decay),
      "",
    ]]
    : [];
  return [
    `Volatility: σ = ${digits(volatility.value)} currency/√s, 95 % ${
      range(volatility.interval)
    }, ` +
    `kurtosis of the changes ${digits(volatility.kurtosis)}`,
    tableOf(signature, [
      ["σ over s", ({ time }) => digits(time)],
      ["σ", ({ value }) => digits(value)],
      ["95 %", ({ interval }) => range(interval)],
    ]),
    ...found.notes,
    ...(counted ? [] : ["No fit by the number of market orders: too many of them, or too few."]),
    `Intensity A·e^(−kδ) beyond ${digits(threshold)}, A per s and side, k per currency:`,
    textTable([
      ["side, likelihood", "A", "A, 95 %", "k", "k, 95 %", "beyond"],
      ...sideRows("both", intensity.both),
      ...sideRows("buyers", intensity.buy),
      ...sideRows("sellers", intensity.sell),
      ...(found.byPrints ? [fitRow("both", "exact, prints alone", found.byPrints)] : []),
      ...again,
      ...line,
    ]),
    ...sides(found),
    ...influence(found),
    "Is it exponential? Intensity as it is, exact rule, both sides, against the fit:",
    curveTable(curve, intensity.both.exact),
  ];
}

function curveTable(curve: readonly IntensityPoint[], fit: IntensityFit | null): string {
  const fitted = (depth: number) =>
    fit === null ? NaN : fit.scale.value * Math.exp(-fit.decay.value * depth);
  return tableOf(curve, [
    ["depth", ({ depth }) => digits(depth)],
    ["beyond", ({ beyond }) => String(beyond)],
    ["intensity", ({ intensity }) => digits(intensity)],
    ["95 %", ({ interval }) => range(interval)],
    ["fit", ({ depth }) => digits(fitted(depth))],
    [
      "the fit is",
      ({ depth, interval: [lower, upper] }) =>
        fitted(depth) < lower ? "below" : fitted(depth) > upper ? "above" : "",
    ],
  ]);
}

function sides({ sides }: Calibration): string[] {
  if (sides === null) return [];
  const { statistic, pValue, exchangedPValue } = sides;
  const blocks = exchangedPValue === null
    ? ""
    : `, ${digits(exchangedPValue)} with the sides of blocks exchanged`;
  return [
    `Are buyers and sellers alike? Fits of their own gain ${
      digits(statistic / 2)
    } in log-likelihood; ` +
    `p = ${digits(pValue)} were steps independent${blocks}.`,
  ];
}

function influence({ influence }: Calibration): string[] {
  if (influence.length === 0) return [];
  return [
    "The same fit of both sides, exact rule, without its largest reaches:",
    tableOf(influence, [
      ["without", ({ without }) => String(without)],
      ["reaches from", ({ reach }) => digits(reach)],
      ["A", ({ scale }) => digits(scale)],
      ["k", ({ decay }) => digits(decay)],
      ["k moves by, in errors", ({ shift }) => digits(shift)],
    ]),
  ];
}

if (import.meta.main) await runCommand(command);
