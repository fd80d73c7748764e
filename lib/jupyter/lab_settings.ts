/**
 * JupyterLab's settings, as files in a Python environment: it asks nothing of the network.
 *
 * @returns The files' paths inside the environment, and their content.
 */
export function labSettings(): readonly (readonly [path: string, content: string])[] {
  return [
    // The announcements ask a news feed and the package index; without the extension no one is asked
    // whether they may.
    ["etc/jupyter/labconfig/page_config.json", {
      disabledExtensions: { "@jupyterlab/apputils-extension:announcements": true },
    }],
    ["share/jupyter/lab/settings/overrides.json", {
      "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
      "@jupyterlab/apputils-extension:themes": { "adaptive-theme": true },
    }],
  ].map(([path, settings]) => [`${path}`, `${JSON.stringify(settings, null, 2)}\n`]);
}
