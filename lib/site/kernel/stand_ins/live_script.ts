/**
 * Stands for lib/notebook/explorables/live_script.ts in a page, where nothing can be bundled: the site holds the
 * scripts.
 *
 * @param name Name of the explorable.
 * @returns The script; undefined where the site has none.
 */
export function liveScript(name: string): string | undefined {
  // A cell's value shows at once, and a worker may wait for a small file of its own site.
  const request = new XMLHttpRequest();
  request.open("GET", new URL(`live/${name}.js`, import.meta.url), false);
  request.send();
  return request.status === 200 ? request.responseText : undefined;
}
