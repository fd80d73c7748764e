import { escaped } from "../escaped.ts";
import type { Drawn, DrawnWords } from "./mark.ts";
import { UNIT } from "./scale.ts";

/** One thing drawn, as an SVG element. */
export function element(drawn: Drawn): string {
  return "path" in drawn ? `<path ${drawn.paint} d="${drawn.path}"/>` : text(drawn);
}

/** Words, as an SVG element. */
export function text({ words, x, y, anchor = "start", size, upwards = false }: DrawnWords): string {
  const [across, down] = [Math.round(x), Math.round(y)];
  const place = upwards
    ? `transform="translate(${across} ${down})rotate(-90)"`
    : `x="${across}" y="${down}"`;
  return `<text ${place}` + (anchor === "start" ? "" : ` text-anchor="${anchor}"`) +
    (size === undefined ? "" : ` font-size="${UNIT * size}"`) + `>${escaped(words)}</text>`;
}
