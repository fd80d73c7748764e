import type { CallExpression, Node } from "acorn";
import { rolesOf } from "../../notebook_files/folds.ts";
import {
  type Cell,
  joined,
  type JsonObject,
  type Notebook,
} from "../../notebook_files/notebook_file.ts";
import { linesOf, readCell } from "../kernel/read_cell.ts";
import { foldedSolution } from "./exercise.ts";
import { namesOf } from "./needed_cells.ts";

/**
 * A chapter as a class may see it: its exercises without solutions, neither in words nor in code, without the
 * keys to them, and without the checks that speak of them.
 *
 * @returns The chapter, which still runs from top to bottom.
 */
export function withoutSolutions(notebook: Notebook): Notebook {
  const roles = rolesOf(notebook);
  const solved = new Set<string>();
  const cells = notebook.cells.flatMap((cell, i): readonly Cell[] => {
    if (cell.cell_type === "markdown") return [question(cell)];
    if (roles[i] === "solution") {
      for (const name of namesOf(joined(cell.source)).gives) solved.add(name);
      return [];
    }
    return roles[i] === "claims" ? checksLeft(cell, solved) : [cell];
  });
  return { ...notebook, cells } as Notebook;
}

function question(cell: Cell): Cell {
  const { exercise: _, ...metadata } = (cell.metadata ?? {}) as JsonObject;
  return { ...cell, metadata, source: joined(cell.source).replace(foldedSolution, "\n").trimEnd() };
}

/** A cell of checks without those that use a solution's names or speak of an exercise. */
function checksLeft(cell: Cell, solved: Set<string>): readonly Cell[] {
  const source = joined(cell.source);
  const { script, program } = readCell(source);
  const lines = source.split("\n");
  const dropped = new Set<number>();
  const drop = (node: Node) => {
    const [first, last] = linesOf(script, node);
    for (let line = first; line <= last; line++) dropped.add(line);
  };
  let left = 0;
  for (const node of program.body) {
    const call = node.type === "ExpressionStatement" ? node.expression : undefined;
    const stated = call?.type === "CallExpression" ? statedIn(call) : undefined;
    if (stated === undefined) {
      const [first, last] = linesOf(script, node);
      const { gives, uses } = namesOf(lines.slice(first, last + 1).join("\n"));
      if (!uses.some((name) => solved.has(name))) continue;
      for (const name of gives) solved.add(name);
      drop(node);
      continue;
    }
    for (const claim of stated) {
      const uses = namesOf(`({${script.slice(claim.start, claim.end)}});`).uses;
      const speaks = /^["']?exercise/i.test(script.slice(claim.start, claim.end));
      if (speaks || uses.some((name) => solved.has(name))) drop(claim);
      else left++;
    }
  }
  if (left === 0) return [];
  if (dropped.size === 0) return [cell];
  const kept = lines.filter((_, line) => !dropped.has(line)).join("\n");
  return [{ ...cell, source: kept, outputs: [], execution_count: null }];
}

function statedIn({ callee, arguments: [stated] }: CallExpression): readonly Node[] | undefined {
  if (callee.type !== "Identifier" || callee.name !== "claims") return undefined;
  return stated?.type === "ObjectExpression" ? stated.properties : undefined;
}
