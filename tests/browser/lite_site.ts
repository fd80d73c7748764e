import { join } from "node:path";
import type { Browser } from "playwright-core";
import { assert } from "@std/assert";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { setUpSiteEnvironment } from "../../lib/jupyter/site_environment.ts";
import { buildLite } from "../../lib/site/lite.ts";
import { serveSite } from "../../lib/site/serve.ts";
import { startBrowser } from "./lab_session.ts";

/** A built site that is served, and a browser to look at it. */
export interface LiteSite {
  readonly browser: Browser;
  readonly server: Deno.HttpServer<Deno.NetAddr>;
  readonly site: string;
}

/** Builds JupyterLite on a folder of notebooks, and what else the site has, and serves it; pages, unless told, are none. */
export async function startLite(
  notebooks: string,
  out: string,
  buildRest: () => Promise<unknown> = () =>
    Deno.writeTextFile(
      join(out, "index.html"),
      '<script id="jupyter-config-data" type="application/json">{}</script>',
    ),
): Promise<LiteSite> {
  const environment = await setUpSiteEnvironment(() => {});
  assert(environment !== undefined, "Python builds JupyterLite");
  await Deno.mkdir(out, { recursive: true });
  await buildLite({ root: projectRoot, notebooks, out, ...environment });
  await buildRest();
  const server = serveSite(out, 0);
  const site = `http://127.0.0.1:${server.addr.port}/`;
  return { browser: await startBrowser(), server, site };
}
