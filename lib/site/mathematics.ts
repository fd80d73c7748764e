import katex from "katex";
import {
  type Equation,
  numberEquations,
  type Numbering,
  withNumber,
} from "./teaching/equations.ts";

/** Markdown without its mathematics, and the mathematics. */
export interface Lifted {
  /** The text, with a mark of two private characters where each formula was. */
  readonly text: string;
  /** The formulas, in order. */
  readonly formulas: readonly Formula[];
}

/** One formula. */
export interface Formula {
  /** As it is written, in TeX. */
  readonly tex: string;
  /** Whether it stands on a line of its own. */
  readonly display: boolean;
}

const [OPEN, CLOSE] = ["\uE000", "\uE001"];
const mark = new RegExp(`${OPEN}(\\d+)${CLOSE}`, "g");
const markAndStop = new RegExp(`${mark.source}([.,;:?!)]*)`, "g");

/** So much TeX fits on the line of a narrow screen; a longer formula may have to break. */
const SHORT = 30;

// What is looked at in turn: fenced code, code between backticks, an escaped sign (all left alone), then
// formulas between two dollars, between one, and in an environment.
const pieces = new RegExp(
  [
    /^ {0,3}(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\k<fence>[`~]*\s*$|(?![\s\S]))/,
    /(?<ticks>`+)(?!`)[\s\S]*?(?<!`)\k<ticks>(?!`)/,
    /\\[\\$`]/,
    /\$\$(?<display>[\s\S]+?)\$\$/,
    /\$(?<inline>(?:\\[\s\S]|(?!\n\s*\n)[^$\\])+?)\$/,
    /(?<environment>\\begin\{(?<name>\w+\*?)\}[\s\S]*?\\end\{\k<name>\})/,
  ].map(({ source }) => source).join("|"),
  "gm",
);

/**
 * Takes the mathematics out of Markdown before that is read, as JupyterLab does: no underscore, star or bar
 * of a formula then looks like Markdown.
 *
 * @param markdown A cell's text.
 */
export function liftMathematics(markdown: string): Lifted {
  const formulas: Formula[] = [];
  const text = markdown.replace(pieces, (piece, ...rest) => {
    const { display, inline, environment } = rest.at(-1) as Record<string, string | undefined>;
    const tex = display ?? inline ?? environment;
    if (tex === undefined) return piece;
    formulas.push({ tex, display: inline === undefined });
    return `${OPEN}${formulas.length - 1}${CLOSE}`;
  });
  return { text, formulas };
}

/**
 * Puts the mathematics back, set by KaTeX: as a page shows it and, for those who listen, as MathML.
 *
 * @param html HTML with marks.
 * @param numbering What numbers the displayed ones. @default {nothing: they have no numbers}
 * @throws {Error} Where a formula is not TeX that KaTeX knows; the message shows it.
 */
export function setMathematics(
  html: string,
  formulas: readonly Formula[],
  numbering?: Numbering,
): string {
  const displayed = (index: number) => formulas[index].display ? formulas[index].tex : undefined;
  const numbers: ReadonlyMap<number, Equation> = numbering === undefined
    ? new Map()
    : numberEquations(html, mark, displayed, numbering);
  return html.replace(markAndStop, (_, index: string, stop: string) => {
    const { tex, display } = formulas[Number(index)];
    const number = numbers.get(Number(index));
    try {
      const set = katex.renderToString(tex, { displayMode: display, strict: false });
      if (number !== undefined) return withNumber(set, number) + stop;
      // A full stop would otherwise begin the next line: to a browser a formula is a row of boxes.
      return display || stop === "" || tex.length > SHORT
        ? set + stop
        : `<span class="unbroken">${set}${stop}</span>`;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`Cannot set the formula ${tex.trim()}: ${why}`);
    }
  });
}

/** One formula by itself, as a page shows it. */
export function setFormula(formula: Formula): string {
  return setMathematics(`${OPEN}0${CLOSE}`, [formula]);
}

/** Text with formulas as they are written, for places that hold no markup. */
export function plainMathematics(text: string, formulas: readonly Formula[]): string {
  return text.replace(mark, (_, index: string) => formulas[Number(index)].tex);
}
