import type { ModuleDeclaration, Statement } from "acorn";
import { linesOf, readCell } from "../kernel/read_cell.ts";
import { boundNames, walk } from "../kernel/syntax.ts";

/** A statement of a cell: its lines, the names that it gives and those that it uses. */
interface Part {
  readonly text: string;
  readonly gives: readonly string[];
  readonly uses: readonly string[];
  /** Whether it does something beside giving names: fills a list, runs a loop. */
  readonly acts: boolean;
}

/**
 * What earlier cells must bring so that later ones run: of each cell the statements whose names are used, and
 * those that act on them. Imports are left out.
 *
 * @returns The parts of the earlier cells that are needed, in their order; a cell of which nothing is needed
 * is not among them.
 */
export function neededCells(cells: readonly string[], later: readonly string[]): readonly string[] {
  const parts = cells.map(partsOf);
  const wanted = new Set(later.flatMap((source) => partsOf(source).flatMap(({ uses }) => uses)));
  const taken = new Set<Part>();
  for (let before = -1; before < taken.size;) {
    before = taken.size;
    for (const cell of parts) {
      for (const part of cell) {
        if (taken.has(part)) continue;
        const given = part.gives.some((name) => wanted.has(name));
        if (!given && !(part.acts && touches(part, cell, taken))) continue;
        taken.add(part);
        for (const name of part.uses) wanted.add(name);
      }
    }
  }
  return parts.map((cell) => cell.filter((part) => taken.has(part)).map(({ text }) => text))
    .filter((texts) => texts.length > 0).map((texts) => texts.join("\n"));
}

/** Whether a statement acts on a name that a taken statement of its cell gives. */
function touches(part: Part, cell: readonly Part[], taken: ReadonlySet<Part>): boolean {
  return cell.some((other) =>
    taken.has(other) && other.gives.some((name) => part.uses.includes(name))
  );
}

/** The names that a cell gives to later ones, and those that it uses. */
export function namesOf(source: string): Pick<Part, "gives" | "uses"> {
  const parts = partsOf(source);
  return { gives: parts.flatMap(({ gives }) => gives), uses: parts.flatMap(({ uses }) => uses) };
}

function partsOf(source: string): readonly Part[] {
  const lines = source.split("\n");
  const { script, program } = readCell(source);
  const values = program.body.filter(({ type }) => type !== "ImportDeclaration").map((node, i) => {
    const [at, last] = linesOf(script, node);
    const text = lines.slice(at, last + 1).join("\n");
    const gives = namesGiven(node);
    const shows = node.type === "ExpressionStatement" && i === program.body.length - 1;
    const acts = gives.length === 0 && !shows;
    return { at, part: { text, gives, uses: namesUsed(node, text), acts } };
  });
  return [...values, ...typesOf(lines)].toSorted((a, b) => a.at - b.at).map(({ part }) => part);
}

function namesGiven(node: Statement | ModuleDeclaration): readonly string[] {
  if (node.type === "VariableDeclaration") {
    return node.declarations.flatMap(({ id }) => boundNames(id));
  }
  if (node.type === "FunctionDeclaration" || node.type === "ClassDeclaration") {
    return [node.id.name];
  }
  return [];
}

/** The names that a statement reads, labels after a point or before a colon aside, and words that may be types. */
function namesUsed(node: Statement | ModuleDeclaration, text: string): readonly string[] {
  const names = new Set(text.match(/\b[A-Z]\w*\b/g) ?? []);
  const labels = new Set<unknown>();
  walk(node, (part) => {
    if (Reflect.get(part, "computed") === false && Reflect.get(part, "shorthand") !== true) {
      labels.add(Reflect.get(part, part.type === "MemberExpression" ? "property" : "key"));
    }
    if (part.type === "Identifier" && !labels.has(part)) names.add(Reflect.get(part, "name"));
    return true;
  });
  return [...names];
}

/** Types that a cell declares: nothing of them is left in its script. */
function typesOf(
  lines: readonly string[],
): readonly { readonly at: number; readonly part: Part }[] {
  return lines.flatMap((line, at) => {
    const [, name] = /^(?:type|interface) (\w+)/.exec(line) ?? [];
    if (name === undefined) return [];
    const last = line.endsWith("{") ? /^\}/ : /;$/;
    const end = lines.findIndex((one, i) => i >= at && last.test(one));
    const text = lines.slice(at, end + 1).join("\n");
    const uses = text.match(/\b[A-Z]\w*\b/g) ?? [];
    return [{ at, part: { text, gives: [name], uses, acts: false } }];
  });
}
