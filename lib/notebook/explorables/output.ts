import { type Displayable, displayMethod } from "../display.ts";
import { ink } from "../theme.ts";
import { type Explorable, type Settings, startOf } from "./explorable.ts";
import { liveScript } from "../made_by_deno.ts";
import { svgOf } from "../chart/svg.ts";
import { escaped } from "../escaped.ts";
import { svgImage } from "../media.ts";
import { picturesOf } from "./scene_charts.ts";

const STATIC_WIDTH = 680;

/**
 * An explorable as a notebook's output: a static picture with its words, and the script that brings it to
 * life where scripts may run.
 *
 * @param initial Values that differ from the defaults.
 */
export function explorableOutput<V extends Settings<V>, M>(
  explorable: Explorable<V, M>,
  initial: Partial<V>,
): Displayable {
  const { name, title, model, view } = explorable;
  const { values } = startOf(explorable, initial);
  const { charts, summary } = view(model(values), STATIC_WIDTH);
  return {
    [displayMethod]() {
      const svg = svgOf(picturesOf(charts, STATIC_WIDTH), { color: ink, words: summary });
      const script = liveScript(name);
      const note = script === undefined
        ? "The live controls are missing, as `deno bundle` could not build them here."
        : "Run the cell, trust the notebook, or read the course’s site: sliders stand here then.";
      return {
        "text/plain": `${title}\n\n${summary}`,
        // JupyterLab sets formulas in outputs too, and would read two dollar signs as one.
        "text/html": `<div class="dmm-explorable mathjax_ignore" data-explorable="${name}" ` +
          `data-values="${escaped(JSON.stringify(values))}">` +
          `<p><strong>${escaped(title)}</strong></p>` +
          svgImage(svg, summary, ' style="max-width:100%"') +
          `<p>${escaped(summary)}</p><p><em>${note}</em></p></div>` +
          (script === undefined ? "" : `<script>${script}</script>`),
      };
    },
  };
}
