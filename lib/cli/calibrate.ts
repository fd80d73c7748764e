/**
 * `deno task calibrate FILE…`: σ, A and k of a recorded market, with their uncertainty.
 *
 * @module
 */
import { calibrate, type Calibration, type SideFits } from "../calibration/calibrate.ts";
import type { IntensityFit } from "../calibration/fit_intensity.ts";
import type { Parameter } from "../calibration/parameter.ts";
import { streams } from "../random/streams.ts";
import { type Flag, readArguments, runCommand, text, wholeNumber } from "./flags.ts";
import {
  marketFlags,
  marketHelp,
  replayFiles,
  replaySummary,
  thresholdFlag,
  thresholdHelp,
} from "./market_files.ts";
import { textTable } from "./table.ts";

const FLAGS: Readonly<Record<string, Flag>> = {
  ...marketFlags,
  threshold: { type: "string" },
  block: { type: "string" },
  replications: { type: "string" },
  seed: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean" },
};

const HELP = `Usage: deno task calibrate FILE… [flags]

Estimates volatility σ and the intensity of fills A·e^(−kδ) of a recorded market.

${marketHelp}
${thresholdHelp}
  --block STEPS      block length of the bootstrap (default ten seconds' worth)
  --replications N   bootstrap samples (default 500)
  --seed S           seed of the bootstrap (default 1)
  --json             one JSON object instead of tables
  --help             this text`;

async function calibrateCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, FLAGS, { words: true });
  if (given.flags.help) {
    console.log(HELP);
    return 0;
  }
  const thresholdOf = thresholdFlag(given);
  const replications = wholeNumber(given, "replications", { fallback: 500 });
  const asked = wholeNumber(given, "block", { fallback: 0 });
  const seed = text(given, "seed") ?? "1";
  const replayed = await replayFiles(given, { orders: true });
  const { tape, start, midFrom, prints, tick, halfSpread, reports } = replayed;
  const threshold = thresholdOf(tick);
  const { dt, steps } = tape.grid;
  const block = asked > 0 ? asked : Math.min(steps, Math.max(1, Math.round(10 / dt)));
  const random = streams(seed)("bootstrap");
  const found = calibrate(replayed, { threshold, block, replications, random });
  if (given.flags.json) {
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
      ["side, likelihood", "A", "95 %", "k", "95 %", "beyond"],
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

if (import.meta.main) await runCommand(calibrateCommand);
