import { fileURLToPath } from "node:url";
import { inKernel } from "../kernel.ts";

const root = new URL("../../../", import.meta.url);
const known = new Map<string, string | undefined>();

/**
 * The script that makes an explorable live: the library itself, bundled for the browser by `deno bundle`
 * when a notebook's cell asks for it, a quarter of a second each. No generated code is kept in the
 * repository.
 *
 * @param name Name of the explorable; its entry is the file of that name in live/.
 * @returns The script, fit to stand in a page; undefined where it cannot be built.
 */
export function liveScript(name: string): string | undefined {
  if (!known.has(name)) known.set(name, bundled(new URL(`live/${name}.ts`, import.meta.url)));
  return known.get(name);
}

function bundled(entry: URL): string | undefined {
  const { success, stdout, stderr } = new Deno.Command(inKernel() ? Deno.execPath() : "deno", {
    args: [
      "bundle",
      "--quiet",
      "--platform=browser",
      "--format=iife",
      "--minify",
      `--config=${fileURLToPath(new URL("deno.json", root))}`,
      fileURLToPath(entry),
    ],
    cwd: fileURLToPath(root),
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).outputSync();
  if (!success) {
    console.warn(`deno bundle failed: ${new TextDecoder().decode(stderr).trim()}`);
    return undefined;
  }
  // A page's script ends at the first of these, wherever they stand.
  return new TextDecoder().decode(stdout).trim()
    .replaceAll("</script", "<\\/script")
    .replaceAll("<!--", "<\\!--");
}
