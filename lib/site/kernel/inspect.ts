import { formatWithOptions, inspect } from "node-inspect-extracted";
import { withPlaces } from "./places.ts";

/** As Deno does: four levels, double quotes. */
const options = {
  depth: 4,
  stylize: (text: string, kind: string) => kind === "string" ? requoted(text) : text,
};

/**
 * A value as `Deno.inspect` prints it. Deno's printer is a descendant of Node's, which the package brings; it
 * prefers double quotes where Node's prefers single ones.
 *
 * @param more What else the printer is to know, such as `depth`.
 */
export function inspected(value: unknown, more: Readonly<Record<string, unknown>> = {}): string {
  return withPlaces(inspect(value, { ...options, ...more } as object));
}

/** What `console.log` prints of its arguments, with Deno's quotes and its `%` signs. */
export function printed(values: readonly unknown[]): string {
  return withPlaces(formatWithOptions(options as object, ...values));
}

/** Node's quoted text with the quotes that Deno would take: double, then single, then backquotes. */
function requoted(text: string): string {
  const quote = text[0];
  if (!/^['"`]$/.test(quote) || text.at(-1) !== quote) return text;
  const bare = text.slice(1, -1).replaceAll(`\\${quote}`, quote);
  const wanted = ['"', "'", "`"].find((one) => !bare.includes(one)) ?? '"';
  return wanted + bare.replaceAll(wanted, `\\${wanted}`) + wanted;
}
