/** Code, formulas, escaped signs; what is left of dollars are units of money. */
const parts =
  /```[^]*?```|`[^`]*`|\\.|\$\$[^$]+\$\$|\$(?![\s;,.:)$])(?:(?!\n\n)[^$])*?(?<![\s/])\$(?!\d)|\$/g;

/**
 * A text of the docs in which dollars that are units, such as `1/$`, open no formula where it is shown as Markdown.
 *
 * @param text Markdown, with formulas between dollars.
 */
export function withMoney(text: string): string {
  return text.replace(parts, (part) => part === "$" ? "\\$" : part);
}
