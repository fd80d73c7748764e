import { type Cell, joined, type JsonObject, type Notebook, outputsOf } from "./notebook_file.ts";

/** What a code cell is to a reader who is asked something. */
export type Role = "prediction-answer" | "solution" | "claims";

/** What a page folds away until the reader asks for it. */
const folded: Readonly<Record<Role, readonly ("source" | "outputs")[]>> = {
  "prediction-answer": ["outputs"],
  solution: ["source", "outputs"],
  claims: ["source"],
};

/**
 * What each cell of a chapter is to its reader, as the text before it says.
 *
 * The code cells that follow a _Predict, then run_ answer it, also where a paragraph stands between; those
 * that follow a folded _Solution_, up to the next text, are the solution; a cell that calls `claims` checks.
 *
 * @returns A role, or none, for each cell.
 */
export function rolesOf({ cells }: Notebook): readonly (Role | undefined)[] {
  let pending: Role | undefined;
  let answered = false;
  return cells.map((cell) => {
    const source = joined(cell.source);
    if (cell.cell_type === "code") {
      answered = true;
      return /^claims\(/m.test(source) ? "claims" : pending;
    }
    const asked = roleAfter(source);
    if (asked !== undefined || answered || pending === "solution") pending = asked;
    answered = false;
    return undefined;
  });
}

function roleAfter(text: string): Role | undefined {
  const places = [
    ["prediction-answer", text.lastIndexOf("> **Predict, then run.**")],
    ["solution", text.lastIndexOf("<summary>Solution</summary>")],
  ] as const;
  const [role, place] = places[0][1] > places[1][1] ? places[0] : places[1];
  return place < 0 ? undefined : role;
}

/**
 * A chapter whose answers are folded: outputs below a prediction, solutions whole, the code of checks.
 *
 * The folds are metadata that JupyterLab, VS Code and the project's pages honour, and tags name the cells'
 * roles. A cell that has lost its role loses both; cells folded for another reason stay as they are.
 */
export function withFolds(notebook: Notebook): Notebook {
  const roles = rolesOf(notebook);
  const cells = notebook.cells.map((cell, i) => foldedCell(cell, roles[i]));
  return { ...notebook, cells } as Notebook;
}

function foldedCell(cell: Cell, role: Role | undefined): Cell {
  const { tags = [], jupyter = {}, collapsed: _collapsed, ...others } = (cell.metadata ?? {}) as {
    readonly tags?: readonly string[];
    readonly jupyter?: JsonObject;
    readonly collapsed?: boolean;
  };
  const had = tags.filter((tag) => tag in folded);
  if (had.length === 0 && role === undefined) return cell;
  const named = [...tags.filter((tag) => !(tag in folded)), ...(role === undefined ? [] : [role])];
  const parts = role === undefined
    ? []
    : folded[role].filter((part) => part === "source" || outputsOf(cell).length > 0);
  const { source_hidden: _source, outputs_hidden: _outputs, ...kept } = jupyter;
  const hidden = { ...kept, ...Object.fromEntries(parts.map((part) => [`${part}_hidden`, true])) };
  // JupyterLab writes the fold of outputs twice, and would add what is missing when it saves.
  const twice: JsonObject = parts.includes("outputs") ? { collapsed: true } : {};
  const metadata: JsonObject = {
    ...others,
    ...twice,
    ...(Object.keys(hidden).length === 0 ? {} : { jupyter: hidden }),
    ...(named.length === 0 ? {} : { tags: named }),
  };
  return { ...cell, metadata };
}
