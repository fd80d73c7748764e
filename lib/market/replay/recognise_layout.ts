import { type ColumnMapping, mappedLayout } from "./column_mapping.ts";
import type { Layout } from "./layout.ts";
import { LAYOUTS } from "./layouts/list.ts";
import type { TimeUnit } from "./time_unit.ts";

/** A file's layout, and where its columns stand. */
export interface Recognised {
  /** The layout. */
  readonly layout: Layout;
  /** Whether the first line is a header. */
  readonly header: boolean;
  /** Place of each column, by the layout's name for it; none for one that is missing. */
  readonly places: ReadonlyMap<string, number>;
  /** How many fields a row must have, as the first line has. */
  readonly width: number;
}

/**
 * The layout of a file, told by its first line: by the names of its columns, or by their shape where there
 * is no header.
 *
 * @param fields The first line's fields.
 * @param name The file's name, for messages.
 * @param mappings Layouts of the caller's own; the first whose columns are all there is taken.
 * @param unit The unit of times in those.
 * @throws {TypeError} Where the line is none that is known.
 */
export function recogniseLayout(
  fields: readonly string[],
  name: string,
  mappings: readonly ColumnMapping[] = [],
  unit: TimeUnit = "any",
): Recognised {
  for (const mapping of mappings) {
    const found = mapped(fields, mappedLayout(mapping, unit));
    if (found) return withEachOnce(found, fields, name);
  }
  const titled = LAYOUTS.map((layout) => byHeader(fields, layout))
    .filter((found) => found !== undefined)
    .sort((a, b) => b.places.size - a.places.size);
  if (titled.length > 0) return withEachOnce(titled[0], fields, name);
  const headless = LAYOUTS.find((layout) => layout.headless?.(fields));
  if (headless) {
    const { columns } = headless;
    const places = new Map(columns.slice(0, fields.length).map((column, i) => [column, i]));
    return { layout: headless, header: false, places, width: fields.length };
  }
  const known = LAYOUTS.map((layout) => layout.name).join(", ");
  const wanted = mappings.length > 0 ? "have the columns that were named or " : "";
  throw new TypeError(
    `Cannot read ${name} as its first line must ${wanted}be one of a known layout (${known}): ` +
      `current value is ${JSON.stringify(fields.join(",").slice(0, 100))}`,
  );
}

/** Refuses a header in which a column that is read stands twice: which of them is meant, nobody knows. */
function withEachOnce(found: Recognised, fields: readonly string[], name: string): Recognised {
  if (!found.header) return found;
  for (const place of found.places.values()) {
    if (fields.filter((title) => plain(title) === plain(fields[place])).length === 1) continue;
    throw new TypeError(
      `Cannot read ${name} as its header must have each column once: ` +
        `current value is ${JSON.stringify(fields.join(",").slice(0, 100))}`,
    );
  }
  return found;
}

const plain = (word: string) => word.trim().toLowerCase().replaceAll(/[_ ]/g, "");

function byHeader(fields: readonly string[], layout: Layout): Recognised | undefined {
  const { columns, optional = 0, strict = false, foreign = [] } = layout;
  const titles = fields.map(plain);
  if (foreign.some((column) => titles.includes(plain(column)))) return undefined;
  const places = new Map<string, number>();
  for (const column of columns) {
    const place = titles.indexOf(plain(column));
    if (place >= 0) places.set(column, place);
  }
  const required = columns.slice(0, columns.length - optional);
  if (!required.every((column) => places.has(column))) return undefined;
  const inOrder = columns.every((column, i) => places.get(column) === i);
  if (strict && !(inOrder && fields.length === columns.length)) return undefined;
  return { layout, header: true, places, width: fields.length };
}

/** Columns by name, or by number where no name is one. */
function mapped(fields: readonly string[], layout: Layout): Recognised | undefined {
  const { columns } = layout;
  if (columns.every((column) => fields.includes(column))) {
    const places = new Map(columns.map((column) => [column, fields.indexOf(column)]));
    return { layout, header: true, places, width: fields.length };
  }
  const numbered = columns.every((column) => /^[1-9]\d{0,3}$/.test(column)) &&
    columns.every((column) => Number(column) <= fields.length);
  if (!numbered) return undefined;
  const places = new Map(columns.map((column) => [column, Number(column) - 1]));
  // A first line without a digit in its time is a header after all.
  const { time } = layout;
  const header = time !== "row" && !/\d/.test(fields[places.get(time.column)!]);
  return { layout, header, places, width: fields.length };
}
