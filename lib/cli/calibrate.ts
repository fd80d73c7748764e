/**
 * `deno task calibrate FILE…`: σ, A and k of a recorded market, with their uncertainty.
 *
 * @module
 */
import { calibrate, type Calibration, type SideFits } from "../calibration/calibrate.ts";
import type { IntensityFit } from "../calibration/fit_intensity.ts";
import type { Parameter } from "../calibration/parameter.ts";
import { streams } from "../random/streams.ts";
import { type Command, runCommand } from "./command.ts";
import { flag, optional, toggle, type Values } from "./flags.ts";
import {
  blockOr,
  filesHelp,
  marketFlags,
  replayFiles,
  replaySummary,
  thresholdOr,
} from "./market_files.ts";
import { textTable } from "./table.ts";
import { anyText, whole } from "./values.ts";

const flags = {
  ...marketFlags,
  block: optional("STEPS", whole(), "block length of the bootstrap", "ten seconds' worth"),
  replications: flag("N", whole(), "bootstrap samples", "500"),
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
  const { tape, start, midFrom, prints, tick, halfSpread, reports } = replayed;
  const threshold = thresholdOr(values.threshold, tick);
  const { dt, steps } = tape.grid;
  const block = blockOr(values.block, dt, steps);
  const random = streams(seed)("bootstrap");
  const found = calibrate(replayed, { threshold, block, replications, random });
  if (values.json) {
    const replay = { dt, steps, start, midFrom, prints, tick, halfSpread };
    console.log(JSON.stringify({ files: reports, replay, threshold, block, seed, ...found }));
  } else {
    console.log([replaySummary(replayed), ...tables(found, block)].join("\n\n"));
  }
  return 0;
}

const digits = (value: number) => Number.isFinite(value) ? String(+value.toPrecision(4)) : "–";
const range = ([lower, upper]: readonly [number, number]) => `${digits(lower)} … ${digits(upper)}`;
const cells = ({ value, interval }: Parameter) => [digits(value), range(interval)];

function tables(found: Calibration, block: number): string[] {
  const { volatility, signature, intensity, bootstrap, curve, logLinear } = found;
  const { exact } = intensity.both;
  const fitted = (depth: number) => exact.scale.value * Math.exp(-exact.decay.value * depth);
  const fitRow = (side: string, law: string, { scale, decay, beyond, count }: IntensityFit) => [
    `${side}, ${law}`,
    ...cells(scale),
    ...cells(decay),
    `${beyond} of ${count}`,
  ];
  const sideRows = (side: string, fits: SideFits) => [
    fitRow(side, "first-order", fits.firstOrder),
    fitRow(side, "exact", fits.exact),
    ...(fits.counting ? [fitRow(side, "counting", fits.counting)] : []),
  ];
  const again = [
    `both, exact, bootstrap in blocks of ${block}`,
    "",
    range(bootstrap.scale.interval),
  ];
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
    textTable([
      ["σ over s", "σ", "95 %"],
      ...signature.map((point) => [digits(point.time), ...cells(point)]),
    ]),
    ...(intensity.both.counting
      ? []
      : ["Too many market orders to count one by one: no such fit."]),
    `Intensity A·e^(−kδ) beyond ${digits(exact.threshold)}, A per s and side, k per currency:`,
    textTable([
      ["side, likelihood", "A", "A, 95 %", "k", "k, 95 %", "beyond"],
      ...sideRows("both", intensity.both),
      ...sideRows("buyers", intensity.buy),
      ...sideRows("sellers", intensity.sell),
      [...again, "", range(bootstrap.decay.interval), ""],
      ...line,
    ]),
    "Is it exponential? Intensity as it is, exact rule, both sides, against the fit:",
    textTable([
      ["depth", "beyond", "intensity", "95 %", "fit", "the fit is"],
      ...curve.map(({ depth, beyond, intensity, interval }) => [
        digits(depth),
        String(beyond),
        digits(intensity),
        range(interval),
        digits(fitted(depth)),
        fitted(depth) < interval[0] ? "below" : fitted(depth) > interval[1] ? "above" : "",
      ]),
    ]),
  ];
}

if (import.meta.main) await runCommand(command);
