import { textTable } from "../../lib/cli/table.ts";
import type { Growth } from "./growth.ts";
import type { LinearFit } from "./linear_fit.ts";

/** A series as text: numbers, a bar for the processor's time, and the lines in words. */
export function growthTable({ name, points, processor, memory }: Growth): string {
  const longest = Math.max(...points.map((point) => point.processor));
  const rows = points.map((point) => [
    `${point.x}`,
    point.seconds.toFixed(3),
    (points[0].seconds / point.seconds).toFixed(2),
    point.processor.toFixed(3),
    point.megabytes.toFixed(0),
    "█".repeat(Math.max(1, Math.round(30 * point.processor / longest))).padEnd(30),
  ]);
  const heading = ["", "seconds", "first ÷ this", "processor", "MB", "processor".padEnd(30)];
  const line = ({ slope, intercept, departure }: LinearFit, unit: string) =>
    `${readable(intercept)}${unit} + ${readable(slope)}${unit} each, ` +
    `no point off by more than ${(100 * departure).toFixed(0)} %`;
  return [
    name,
    textTable([heading, ...rows]),
    `processor: ${line(processor, "s")}`,
    `memory:    ${line({ ...memory, ...bytes(memory) }, "B")}`,
  ].join("\n");
}

function bytes({ slope, intercept }: LinearFit): Pick<LinearFit, "slope" | "intercept"> {
  return { slope: 1e6 * slope, intercept: 1e6 * intercept };
}

/** Three digits and a prefix for the unit. */
function readable(value: number): string {
  const prefixes = ["n", "µ", "m", "", "k", "M", "G"];
  const power = Math.floor(Math.log10(Math.max(1e-9, Math.abs(value))) / 3);
  const at = Math.max(0, Math.min(prefixes.length - 1, power + 3));
  return `${Number((value / 10 ** (3 * (at - 3))).toPrecision(3))} ${prefixes[at]}`;
}
