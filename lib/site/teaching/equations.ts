/** A displayed formula of a chapter, numbered. */
export interface Equation {
  /** Where links find it: `eq-4-12`. */
  readonly id: string;
  /** What the page calls it: `4.12`. */
  readonly label: string;
  /** In TeX. */
  readonly tex: string;
}

/** Hands a formula its number. */
export type Numbering = (tex: string) => Equation;

/**
 * Numbers the displayed formulas of one chapter.
 *
 * @param found Where they are noted, in the chapter's order.
 */
export function numberedIn(chapter: number, found: Equation[]): Numbering {
  return (tex) => {
    const n = found.length + 1;
    const equation = { id: `eq-${chapter}-${n}`, label: `${chapter}.${n}`, tex };
    found.push(equation);
    return equation;
  };
}

/**
 * Which formulas of a text are numbered: the displayed ones. Those of a folded solution are not, so that the
 * numbers are the same in pages that hide solutions.
 *
 * @param html HTML in which a mark stands for each formula.
 * @param mark What finds a mark, with the formula's index as its only group.
 * @param displayed The TeX of a displayed formula; undefined for one within a line.
 * @param numbering What numbers the next one.
 * @returns Numbers by the formulas' indices.
 */
export function numberEquations(
  html: string,
  mark: RegExp,
  displayed: (index: number) => string | undefined,
  numbering: Numbering,
): ReadonlyMap<number, Equation> {
  const numbers = new Map<number, Equation>();
  let folds = 0;
  for (const [piece, index] of html.matchAll(new RegExp(`</?details\\b|${mark.source}`, "g"))) {
    if (piece === "<details") folds++;
    else if (piece === "</details") folds--;
    else {
      const tex = displayed(Number(index));
      if (tex !== undefined && folds === 0) numbers.set(Number(index), numbering(tex));
    }
  }
  return numbers;
}

/** A formula as a page shows it, with its number beside it. */
export function withNumber(formula: string, { id, label }: Equation): string {
  return `<span class="equation" id="${id}">${formula}` +
    `<a class="label" href="#${id}" aria-label="Equation ${label}">(${label})</a></span>`;
}
