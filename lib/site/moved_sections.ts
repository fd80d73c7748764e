import { escaped } from "../notebook/escaped.ts";
import type { Heading } from "./markdown.ts";

/** A section that once stood under another heading, or in another chapter. */
export interface MovedSection {
  /** The notebook that had it. */
  readonly from: string;
  /** What addresses called it there. */
  readonly id: string;
  /** The notebook that has it now. */
  readonly to: string;
  /** The words of its heading, without the number. */
  readonly heading: string;
}

const moved = (
  from: string,
  to: string,
  headings: Readonly<Record<string, string>>,
): readonly MovedSection[] =>
  Object.entries(headings).map(([id, heading]) => ({ from, id, to, heading }));

const within = (name: string, headings: Readonly<Record<string, string>>) =>
  moved(name, name, headings);

/** The sections of the course's first edition that stand elsewhere now. */
export const movedSections: readonly MovedSection[] = [
  ...within("04_deriving_avellaneda_stoikov.ipynb", {
    "5.-Cash-drops-out": "Cash and price drop out",
    "8.-Expand-in-the-inventory": "Expand in the inventory",
    "9.-The-one-place-where-it-cheats": "The one place where it cheats",
    "10.-Collect-the-powers-of-q": "Collect the powers of q",
    "11.-Where-the-README-and-the-paper-part": "Where the README and the paper part",
    "12.-How-good-is-the-approximation?": "How good are the quotes?",
  }),
  ...within("05_the_liquidation_puzzle.ipynb", {
    "3.-Three-cures": "Three rules of thumb",
    "6.-The-README's-setting": "The README's setting",
  }),
  ...moved("08_the_exact_optimum.ipynb", "14_steps_and_wrong_beliefs.ipynb", {
    "8.-A-trend": "A trend",
    "9.-In-steps": "In steps",
    "10.-When-beliefs-are-wrong": "When beliefs are wrong",
  }),
  ...moved("09_the_exact_law.ipynb", "15_the_law_at_work.ipynb", {
    "6.-The-certainty-equivalent-is-a-wave-at-an-imaginary-frequency":
      "The certainty equivalent is a wave at an imaginary frequency",
    "7.-How-a-simulation-gets-there": "How a simulation gets there",
  }),
  ...within("09_the_exact_law.ipynb", { "8.-What-the-law-cannot-do": "What the law cannot do" }),
  ...within("11_calibrate_and_replay.ipynb", {
    "7.-Two-recorded-markets": "Two recorded markets",
    "8.-Volatility,-recorded": "σ, A and k, recorded",
    "9.-A-and-k,-recorded": "σ, A and k, recorded",
  }),
];

/**
 * What a page says where somebody comes by the old address of a section: where that stands now. It is seen
 * by nobody else.
 *
 * @param notebook The page's notebook.
 * @param headings The headings of every chapter of the course.
 * @returns HTML with links as a notebook writes them; nothing where all is in its place.
 */
export function waysOn(
  notebook: string,
  headings: ReadonlyMap<string, readonly Heading[]>,
): string {
  return movedSections.flatMap(({ from, id, to, heading }) => {
    const there = headings.get(to);
    if (from !== notebook || there === undefined) return [];
    if (headings.get(from)?.some((one) => one.id === id)) return [];
    const now = there.find(({ text }) => sectionName(text) === heading);
    const address = now === undefined ? to : `${to}#${encodeURIComponent(now.id)}`;
    const words = now?.html ?? escaped(heading);
    return [
      `<p class="moved" id="${escaped(id)}">What stood here stands now in ` +
      `<a href="${escaped(address)}">${words}</a>.</p>`,
    ];
  }).join("\n");
}

/** A heading's words without its number, and without TeX's marks. */
export function sectionName(text: string): string {
  return text.replace(/^\d+\. /, "").replaceAll("\\sigma", "σ");
}
