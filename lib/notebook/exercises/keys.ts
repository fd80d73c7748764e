import type { Key } from "./key.ts";
// Made by `deno task exercises` from the chapters: what is wrong there is put right in a chapter.
import made from "./keys.json" with { type: "json" };

/** What is right in each exercise of the course, and what helps; by chapter and number, such as `6.2`. */
export const keys: Readonly<Record<string, Key>> = made;
