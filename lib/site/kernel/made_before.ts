/**
 * Stands for lib/notebook/made_by_deno.ts in a page, where deno cannot be run: the site holds what it made.
 *
 * @module
 */
import type { Entry } from "../../notebook/reference/reference.ts";

let reference: readonly Entry[] | undefined;

/**
 * The script that makes an explorable live.
 *
 * @returns The script; undefined where the site has none.
 */
export function liveScript(name: string): string | undefined {
  return fileOfSite(`live/${name}.js`);
}

/** The library's reference; empty where the site has none. */
export function knownReference(): readonly Entry[] {
  return reference ??= JSON.parse(fileOfSite("reference.json") ?? "[]");
}

/** A cell's value shows at once, and a worker may wait for a small file of its own site. */
function fileOfSite(path: string): string | undefined {
  const request = new XMLHttpRequest();
  request.open("GET", new URL(path, import.meta.url), false);
  request.send();
  return request.status === 200 ? request.responseText : undefined;
}
