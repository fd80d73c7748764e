import { join } from "node:path";

/** The name under which JupyterLite knows our extension. */
export const EXTENSION = "@digital-market-maker/typescript-kernel";

/** What JupyterLite reads of our extension. */
export const extensionPackage = {
  name: EXTENSION,
  version: "1.0.0",
  description: "TypeScript in the page, for the course's notebooks",
  license: "MIT",
  jupyterlab: {
    extension: true,
    _build: {
      load: "static/remoteEntry.js",
      extension: "./extension",
      mimeExtension: "./mimeExtension",
    },
  },
  jupyterlite: { liteExtension: true },
};

/** Parts of JupyterLite that a course has no use for: each takes its time at every start. */
const unused = [
  // Nothing is asked of the network: no list of extensions, no news.
  "@jupyterlab/extensionmanager-extension",
  "@jupyterlab/apputils-extension:announcements",
  // A worker that answers for files: our kernel is given them.
  "@jupyterlite/application-extension:service-worker-manager",
  "@jupyter-notebook/console-extension",
  "@jupyter-notebook/notebook-extension:checkpoints",
  "@jupyter-notebook/notebook-extension:edit-notebook-metadata",
  "@jupyter-notebook/notebook-extension:kernel-logo",
  "@jupyterlab/apputils-extension:kernels-settings",
  "@jupyterlab/apputils-extension:licenses-client",
  "@jupyterlab/apputils-extension:licenses-plugin",
  "@jupyterlab/apputils-extension:subshell-settings",
  "@jupyterlab/audio-extension",
  "@jupyterlab/celltags-extension",
  "@jupyterlab/completer-extension:inline-completer",
  "@jupyterlab/completer-extension:inline-completer-factory",
  "@jupyterlab/completer-extension:inline-history",
  "@jupyterlab/console-extension",
  "@jupyterlab/fileeditor-extension:language-server",
  "@jupyterlab/help-extension:jupyter-forum",
  "@jupyterlab/help-extension:launch-classic",
  "@jupyterlab/help-extension:licenses-commands",
  "@jupyterlab/inspector-extension:consoles",
  "@jupyterlab/json-lines-extension",
  "@jupyterlab/logconsole-extension",
  "@jupyterlab/lsp-extension",
  "@jupyterlab/mermaid-extension",
  "@jupyterlab/metadataform-extension",
  "@jupyterlab/notebook-extension:code-console",
  "@jupyterlab/notebook-extension:language-server",
  "@jupyterlab/notebook-extension:log-output",
  "@jupyterlab/notebook-extension:update-raw-mimetype",
  "@jupyterlab/terminal-extension",
  "@jupyterlab/tooltip-extension:consoles",
  "@jupyterlab/tooltip-extension:files",
  "@jupyterlab/translation-extension:plugin",
  "@jupyterlab/vega5-extension",
  "@jupyterlab/video-extension",
  "@jupyterlite/application-extension:licenses-client",
  "@jupyterlite/application-extension:lsp-connection-manager",
];

/** The settings that JupyterLite is built with. */
export const settings = {
  "jupyter-lite-schema-version": 0,
  "jupyter-config-data": {
    appName: "Digital Market Maker",
    defaultKernelName: "deno",
    // For who looks from outside, such as a test.
    exposeAppInBrowser: true,
    disabledExtensions: unused,
    settingsOverrides: {
      // Without consoles its line in the menu is an empty one.
      "@jupyterlab/mainmenu-extension:plugin": {
        menus: [{
          id: "jp-mainmenu-file",
          items: [{ command: "filemenu:create-console", disabled: true }],
        }],
      },
    },
  },
};

/**
 * Leaves our extension as the only one: others come with packages that JupyterLite is built by, and are loaded at every
 * start.
 *
 * @param built The folder with a JupyterLite.
 */
export async function keepOurExtension(built: string): Promise<void> {
  const file = join(built, "jupyter-lite.json");
  const config = JSON.parse(await Deno.readTextFile(file));
  const data = config["jupyter-config-data"];
  const { federated_extensions: all } = data;
  data.federated_extensions = all.filter(({ name }: { name: string }) => name === EXTENSION);
  await Deno.writeTextFile(file, JSON.stringify(config));
  for (const { name } of all) {
    if (name !== EXTENSION) await Deno.remove(join(built, "extensions", name), { recursive: true });
  }
}
