// What a terminal obeys in place of showing it: control characters, and those that turn the direction of text.
// deno-lint-ignore no-control-regex
const commanding = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
// deno-lint-ignore no-control-regex
const betweenLines = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * A name as a terminal may print it: a character that would move the cursor, colour, ring or begin a line is
 * written as its escape. For names of files and of entries in archives, which anybody may have chosen.
 */
export function printableName(name: string): string {
  return name.replace(commanding, escape);
}

/** The same for a text of several lines, which keeps its line ends and tabs. */
export function printableText(text: string): string {
  return text.replace(/\r\n/g, "\n").replace(betweenLines, escape);
}

function escape(character: string): string {
  const code = character.charCodeAt(0);
  const short: Readonly<Record<number, string>> = { 9: "\\t", 10: "\\n", 13: "\\r" };
  return short[code] ??
    (code < 256
      ? `\\x${code.toString(16).padStart(2, "0")}`
      : `\\u${code.toString(16).padStart(4, "0")}`);
}
