/**
 * What deno makes of the library's own files when a cell asks for it. A page has no deno: there
 * lib/site/kernel/made_before.ts stands in this file's place, and the site holds what it made.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { inKernel } from "./kernel.ts";
import { doors } from "./reference/doors.ts";
import { type Entry, referenceOf } from "./reference/reference.ts";

const scripts = new Map<string, string | undefined>();
let reference: readonly Entry[] | undefined;

/**
 * The script that makes an explorable live: the library itself, bundled for the browser in a quarter of a second.
 * No generated code is kept in the repository.
 *
 * @param name Name of the explorable; its entry is the file of that name in explorables/live/.
 * @returns The script, fit to stand in a page; undefined where it cannot be built.
 */
export function liveScript(name: string): string | undefined {
  if (!scripts.has(name)) scripts.set(name, liveScriptMade(name));
  return scripts.get(name);
}

/** The library's reference, which takes a second where it is first asked for; empty where it cannot be read. */
export function knownReference(): readonly Entry[] {
  return reference ??= referenceMade();
}

/**
 * A script for a page.
 *
 * @param entry Its file.
 * @throws {Error} Where it cannot be bundled; the message holds deno's own words.
 */
export function bundledScript(entry: URL): string {
  const path = fileURLToPath(entry);
  return deno("bundle", "--quiet", "--platform=browser", "--format=iife", "--minify", path);
}

function liveScriptMade(name: string): string | undefined {
  try {
    // A page's script ends at the first of these, wherever they stand.
    return bundledScript(new URL(`explorables/live/${name}.ts`, import.meta.url)).trim()
      .replaceAll("</script", "<\\/script")
      .replaceAll("<!--", "<\\!--");
  } catch (error) {
    console.warn(String(error));
    return undefined;
  }
}

function referenceMade(): readonly Entry[] {
  let json: string;
  try {
    json = deno("doc", "--json", "--quiet", ...Object.values(doors));
  } catch {
    return [];
  }
  return referenceOf(JSON.parse(json), doors);
}

/** Runs deno at the project's root: what it writes. */
function deno(...args: readonly string[]): string {
  const { success, stdout, stderr } = new Deno.Command(inKernel() ? Deno.execPath() : "deno", {
    args: [...args],
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).outputSync();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  if (!success) throw new Error(`Cannot run deno ${args[0]}: ${text(stderr).trim()}`);
  return text(stdout);
}
