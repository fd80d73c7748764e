import { engineRooms } from "./directions.ts";
import { roomOf, type SourceFile, withoutComments } from "./source.ts";

interface Habit {
  readonly pattern: RegExp;
  readonly rule: string;
  readonly where: (path: string) => boolean;
}

const inEngine = (path: string) =>
  path === "mod.ts" || engineRooms.includes(roomOf(path) ?? "none");

const habits: readonly Habit[] = [
  {
    pattern: /\bMath\.random\(/,
    rule: "random numbers come from lib/random",
    where: () => true,
  },
  {
    pattern: /^export default\b|\bas default\b/,
    rule: "exports have names",
    where: () => true,
  },
  {
    pattern: /\bDeno\b\s*[.[]|"node:/,
    rule: "the engine runs in a browser",
    where: inEngine,
  },
  {
    pattern: /\bnew Date\b(?!\([^)])|(?<!new )\bDate\(|\bDate\.now\b/,
    rule: "no result depends on the clock",
    where: inEngine,
  },
];

/** The longest a file may be, in lines. */
export const longest = 200;

/**
 * Finds lines that break the habits of the house, files that are too long, and names that are not
 * in snake_case.
 *
 * @param files TypeScript files of the project.
 * @returns A sentence for each.
 */
export function findBrokenHabits(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const lines = withoutComments(text).trimEnd().split("\n");
    const broken = habits.filter(({ where }) => where(path)).flatMap(({ pattern, rule }) =>
      lines.flatMap((line, i) => pattern.test(line) ? [`${path}:${i + 1} breaks: ${rule}`] : [])
    );
    const length = text.trimEnd().split("\n").length;
    if (length > longest) broken.push(`${path} has ${length} lines: ${longest} are allowed`);
    if (!/^([a-z0-9_]+\/)*[a-z0-9_.]+\.ts$/.test(path)) broken.push(`${path} is not snake_case`);
    return broken;
  });
}
