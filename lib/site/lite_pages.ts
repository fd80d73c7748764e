import { join } from "node:path";
import { escaped } from "../notebook/escaped.ts";
import { litePolicy } from "./policy.ts";

/** What a page says first, as its readers must know it early. */
const CHARSET = '<meta charset="utf-8">';

/** The folders of JupyterLite's applications. */
const applications = /^(?:lab|notebooks|tree)$/;

/**
 * Completes the pages that JupyterLite brings: their language, what they may do, and their largest script, which is
 * otherwise asked for after all settings.
 *
 * @param built The folder with a JupyterLite.
 */
export async function completePages(built: string): Promise<void> {
  const scripts = [...Deno.readDirSync(join(built, "build"))].map(({ name }) => name);
  const core = scripts.find((name) => /^jlab_core\.\w+\.js$/.test(name));
  for (const { name } of Deno.readDirSync(built)) {
    if (!applications.test(name)) continue;
    for (const page of pagesIn(join(built, name))) {
      const html = await Deno.readTextFile(page.path);
      const policy = `<meta http-equiv="content-security-policy" content="${escaped(litePolicy)}">`;
      const ahead = core === undefined || page.depth > 0
        ? ""
        : `<link rel="preload" href="../build/${core}" as="script">`;
      const place = html.includes(CHARSET) ? CHARSET : "<head>";
      const whole = html.replace(/<html(?![^>]*\blang=)/, '<html lang="en"')
        .replace(place, `${place}${policy}${ahead}`);
      await Deno.writeTextFile(page.path, whole);
    }
  }
}

function* pagesIn(folder: string, depth = 0): Generator<{ path: string; depth: number }> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = join(folder, name);
    if (isDirectory) yield* pagesIn(path, depth + 1);
    else if (name.endsWith(".html")) yield { path, depth };
  }
}
