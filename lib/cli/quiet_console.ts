import { printableText } from "../printable.ts";

/**
 * From here on nothing that this program prints by its console commands the terminal: whatever file, archive or
 * server a text comes from, its control characters are shown as escapes.
 */
export function quietConsole(): void {
  for (const name of ["log", "info", "warn", "error"] as const) {
    const print = console[name];
    console[name] = (...words: readonly unknown[]) =>
      print(...words.map((word) => typeof word === "string" ? printableText(word) : word));
  }
}
