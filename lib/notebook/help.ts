import { checkThat } from "../check.ts";
import { text } from "../kinds.ts";
import { type Displayable, displayMethod, type MediaBundle } from "./display.ts";
import { nearestName } from "../nearest_name.ts";
import { knownReference } from "./made_by_deno.ts";
import { withMoney } from "./reference/money.ts";
import type { Entry, Member } from "./reference/reference.ts";

/**
 * Shows what the reference says of a public name: signature, meaning, units, defaults, and an example.
 *
 * @param subject One of the library's functions, or a name as a text.
 * @returns A value that a cell shows.
 * @throws {RangeError} Where the library has no such name; the message has the nearest.
 *
 * @example
 * ```ts ignore
 * import { drawTape } from "@digital-market-maker/lab";
 * import { help } from "@digital-market-maker/lab/notebook";
 *
 * help(drawTape);
 * ```
 */
export function help(subject: string | ((...args: never[]) => unknown)): Displayable {
  const rule = 'a function of the library or its name, such as help(drawTape) or help("drawTape")';
  const nameable = typeof subject === "string" || typeof subject === "function";
  checkThat("show help", "subject", rule, subject, nameable);
  const name = typeof subject === "function" ? subject.name : subject;
  const data = helpText(name);
  if (data === undefined) {
    const near = nearestName(name, knownReference().map(({ name }) => name));
    const hint = near === undefined ? "" : `; ${near} is the nearest`;
    throw new RangeError(
      `Cannot show help as the name must be a public one of the library: current value is ${name}${hint}`,
    );
  }
  return { [displayMethod]: () => data };
}

/**
 * What the reference says of a name, for a page.
 *
 * @param name A public name of the library.
 * @returns Markdown and plain text; undefined where there is no such name.
 */
export function helpText(name: string): MediaBundle | undefined {
  text("look up help", "name", name);
  const entries = knownReference();
  const entry = entries.find((one) => one.name === name);
  if (entry === undefined) return undefined;
  const markdown = entryMarkdown(entry, entries);
  return { "text/markdown": markdown, "text/plain": markdown.replace(/```ts\n|```|\*\*|`/g, "") };
}

/** An entry as Markdown, with the fields of the records that it takes. */
export function entryMarkdown(entry: Entry, entries: readonly Entry[]): string {
  const { name, door, signature, text, members, returns, throws, examples } = entry;
  const records = members.flatMap(({ type }) =>
    entries.filter((one) => one.name === type && one.kind === "interface" && one.name !== name)
  );
  return [
    `**${name}** · \`${door}\``,
    `\`\`\`ts\n${signature}\n\`\`\``,
    withMoney(text),
    memberList(members),
    ...records.map((one) =>
      `**${one.name}**: ${withMoney(one.text)}\n\n${memberList(one.members)}`
    ),
    returns === undefined ? "" : withMoney(`Returns: ${returns}`),
    ...throws.map((one) => withMoney(`Throws ${one}`)),
    ...examples.slice(0, 1),
  ].filter((part) => part.trim() !== "").join("\n\n");
}

function memberList(members: readonly Member[]): string {
  return members.map(({ name, type, text, otherwise }) => {
    const left = otherwise === undefined ? "" : ` Default: \`${otherwise}\`.`;
    return `- \`${name}\` (\`${type}\`) ${withMoney(text.replaceAll("\n", " "))}${left}`;
  }).join("\n");
}
