import { type Node, parse, type Program } from "acorn";
import { transform } from "sucrase";

/** A cell as JavaScript, and its syntax tree. */
export interface ReadCell {
  readonly script: string;
  readonly program: Program;
}

/**
 * Strips the types from a cell and reads what is left. No line moves.
 *
 * @throws {SyntaxError} Where the cell cannot be read; the message names the line.
 */
export function readCell(source: string): ReadCell {
  // As in Deno's kernel, braces alone are a record where they can be one.
  if (/^\s*\{[^]*\}\s*$/.test(source)) {
    try {
      return read(`(${source})`);
    } catch {
      // A block, then.
    }
  }
  try {
    return read(source);
  } catch (error) {
    throw readable(error);
  }
}

/** The lines on which a node begins and ends, from 0: those of the cell, as no line moves. */
export function linesOf(script: string, { start, end }: Node): readonly [number, number] {
  const lineAt = (place: number) => script.slice(0, place).split("\n").length - 1;
  return [lineAt(start), lineAt(end)];
}

function read(source: string): ReadCell {
  const { code: script } = transform(source, {
    transforms: ["typescript"],
    disableESTransforms: true,
    keepUnusedImports: true,
  });
  refuseNamespaces(source, script);
  const program = parse(script, {
    ecmaVersion: "latest",
    sourceType: "module",
    allowAwaitOutsideFunction: true,
  });
  return { script, program };
}

/** Both readers end their sentences with line and column in parentheses. */
function readable(error: unknown): SyntaxError {
  const words = error instanceof Error ? error.message : String(error);
  const found = /^(?:Error transforming \S+: )?([\s\S]*?)\s*\((\d+):\d+\)$/.exec(words);
  return new SyntaxError(found ? `${found[1]}, at line ${found[2]} of the cell` : words);
}

/**
 * A namespace that holds values would be lost: it goes with the types. What is only written about, in a comment or a
 * text, is still there.
 */
function refuseNamespaces(source: string, script: string): void {
  const left = script.split("\n");
  for (const [i, line] of source.split("\n").entries()) {
    const found = /(?:^|[;}]|\bexport)\s*((?:namespace|module)\s+([\p{ID_Continue}$.]+))\s*\{/u
      .exec(line);
    if (found === null || left[i].includes(found[1])) continue;
    throw new SyntaxError(
      `Cannot run the namespace ${
        found[2]
      } in a page: write its names at the top of the cell, or in a record` +
        ` (${i + 1}:0)`,
    );
  }
}
