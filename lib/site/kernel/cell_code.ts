import type { ImportDeclaration, Node, Program, TryStatement } from "acorn";
import type { Kind } from "./cell_names.ts";
import { readCell } from "./read_cell.ts";
import { boundNames, isClosed, walk } from "./syntax.ts";
import { type Edit, edited, lineEnds } from "./text_edits.ts";

/** A cell, ready to be run: JavaScript whose lines are the cell's own. */
export interface CellCode {
  /** What the cell imports. */
  readonly imports: readonly ImportedNames[];
  /** Names that the cell declares for all cells, but for what it imports, and whether each is constant. */
  readonly names: ReadonlyMap<string, Kind>;
  /** Assignments of the cell's functions, which are there from its first line on. */
  readonly functions: string;
  /** The body of an asynchronous function that answers the cell's value in a list. */
  readonly body: string;
}

/** What a cell imports of one module. */
export interface ImportedNames {
  /** The module as the cell names it. */
  readonly from: string;
  /** The module's names by the cell's own; `*` is the whole module. */
  readonly names: Readonly<Record<string, string>>;
}

/** The function that a cell's code calls for `import(…)`. */
export const IMPORT = "$import";
const VALUE = "$value";

type TopStatement = Program["body"][number];

/**
 * Turns a cell of TypeScript into JavaScript that a worker can run.
 *
 * Types are stripped. What the cell declares at its top is declared for all cells: `const x = 1` becomes an
 * assignment, so a name may be declared again. The value is that of the last expression, as in Deno's
 * kernel: a semicolon or parentheses change nothing, and a declaration has no value.
 *
 * @throws {SyntaxError} Where the cell cannot be read; the message names the line.
 */
export function cellCode(source: string): CellCode {
  const { script, program } = readCell(source);
  const imports: ImportedNames[] = [];
  const names = new Map<string, Kind>();
  const edits: Edit[] = [];
  const inner: Edit[] = [];
  const functions: string[] = [];
  walk(program, (node) => {
    if (node.type === "ImportExpression") inner.push([node.start, node.start + 6, IMPORT]);
    return true;
  });
  let told = 0; // How far the functions' text goes, so that their lines are the cell's.
  for (const whole of program.body) {
    const statement = unexported(whole, edits);
    const { start, end } = statement;
    if (statement.type === "ImportDeclaration") {
      imports.push(importedNames(statement));
      edits.push([start, end, `;${lineEnds(script.slice(start, end))}`]);
    } else if (statement.type === "FunctionDeclaration") {
      const { id } = statement;
      names.set(id.name, "let");
      functions.push(
        lineEnds(script.slice(told, start)),
        `${id.name}=${script.slice(start, id.start)}${edited(script, inner, id.end, end)};`,
      );
      told = end;
      edits.push([start, end, `;${lineEnds(script.slice(start, end))}`]);
    } else if (statement.type === "ClassDeclaration") {
      names.set(statement.id.name, "let");
      edits.push([start, start, `;${statement.id.name}=`], [end, end, ";"]);
    } else if (statement.type === "VariableDeclaration") {
      const { declarations, kind } = statement;
      const constant = kind !== "let" && kind !== "var";
      for (const name of declarations.flatMap(({ id }) => boundNames(id))) {
        names.set(name, constant ? "const" : "let");
      }
      edits.push([start, start + kind.length, ";("]);
      for (const { init, end } of declarations) if (!init) edits.push([end, end, "=void 0"]);
      const last = declarations[declarations.length - 1].end;
      edits.push([last, last, ");"]);
    } else {
      if (statement.type !== "ExpressionStatement") edits.push([start, start, `;${VALUE}=void 0;`]);
      keepValues(statement, script, edits);
    }
  }
  return {
    imports,
    names,
    functions: functions.join(""),
    body: `let ${VALUE};${edited(script, [...edits, ...inner])}\n;return [${VALUE}]`,
  };
}

/** The declaration that an `export` exports: in a cell the word changes nothing. */
function unexported(statement: TopStatement, edits: Edit[]) {
  if (statement.type === "ExportNamedDeclaration" && statement.declaration) {
    edits.push([statement.start, statement.declaration.start, ""]);
    return statement.declaration;
  }
  if (
    statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration" ||
    statement.type === "ExportAllDeclaration"
  ) {
    throw new SyntaxError("A cell has nothing to export to: its names are there for all cells");
  }
  return statement;
}

function importedNames({ source, specifiers }: ImportDeclaration): ImportedNames {
  const names = specifiers.map((one) => {
    if (one.type === "ImportNamespaceSpecifier") return [one.local.name, "*"];
    if (one.type === "ImportDefaultSpecifier") return [one.local.name, "default"];
    const { imported } = one;
    return [one.local.name, imported.type === "Identifier" ? imported.name : `${imported.value}`];
  });
  return { from: `${source.value}`, names: Object.fromEntries(names) };
}

/** Keeps the value of every expression that stands for itself, in blocks too but not in functions. */
function keepValues(statement: TopStatement, script: string, edits: Edit[]): void {
  const passed = new Set<Node>();
  walk(statement, (node) => {
    // What is done at the end of a try is not its value.
    const end = node.type === "TryStatement" && (node as TryStatement).finalizer;
    if (end) passed.add(end);
    if (passed.has(node)) return false;
    if (node.type !== "ExpressionStatement") return !isClosed(node);
    const last = script[node.end - 1] === ";" ? node.end - 1 : node.end;
    // A comma keeps a function without a name from taking this one.
    edits.push([node.start, node.start, `${VALUE}=(0,`], [last, last, ")"]);
    return false;
  });
}
