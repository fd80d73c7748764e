/** A file of the project, as the gates read it. */
export interface SourceFile {
  /** Its path from the project's root, such as `lib/market/tape.ts`. */
  readonly path: string;
  /** Its text. */
  readonly text: string;
}

/**
 * A source text without its comments: what is left keeps its line.
 *
 * @param text TypeScript, formatted by `deno fmt`.
 * @returns The text with comments blanked out.
 */
export function withoutComments(text: string): string {
  return text
    .replace(/(^|\s)\/\*.*?\*\//gs, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/(^|\s)\/\/.*$/gm, "$1");
}

/**
 * What a file imports: by `import`, `export … from`, `import()`, or as a worker.
 *
 * @param file The file.
 * @returns Specifiers; relative ones resolved to paths from the project's root.
 */
export function importsOf({ path, text }: SourceFile): readonly string[] {
  const code = withoutComments(text);
  const patterns = [
    /^\s*(?:import|export)\b[^"';]*\bfrom\s*"([^"]+)"/gm,
    /^\s*import\s*"([^"]+)"/gm,
    /\bimport\(\s*"([^"]+)"/g,
    /\bnew URL\(\s*"(\.[^"]+\.ts)"\s*,\s*import\.meta\.url/g,
  ];
  const specifiers = patterns.flatMap((pattern) =>
    [...code.matchAll(pattern)].map(([, specifier]) => specifier)
  );
  return specifiers.map((specifier) => resolve(path, specifier));
}

function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}

/**
 * The room a path belongs to: the folder or file right below lib/.
 *
 * @param path A path from the project's root.
 * @returns Such as `market` or `time_grid`; undefined outside lib/.
 */
export function roomOf(path: string): string | undefined {
  return /^lib\/(\w+)/.exec(path)?.[1];
}
