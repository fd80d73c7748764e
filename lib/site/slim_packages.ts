import { dirname } from "node:path";
import type { Plugin } from "esbuild";

/** What stands for a package, where danfo asks for the whole of it and uses a part. */
const parts: Readonly<Record<string, string>> = {
  // Frames are added and shuffled by it, on the processor as in Deno; nothing is learned or drawn.
  "@tensorflow/tfjs": `
    import "@tensorflow/tfjs-core/dist/register_all_gradients";
    import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";
    import "@tensorflow/tfjs-backend-cpu";
    import * as data from "@tensorflow/tfjs-data";
    export * from "@tensorflow/tfjs-core";
    export { data };`,
  mathjs: 'export { mean, median, mode, std, variance } from "mathjs/number"',
};

/** Packages that danfo brings and never needs here: a second Plotly, and a reader of Excel with known holes. */
const unwanted = /^(?:plotly\.js-dist-min|xlsx)$/;

/**
 * Takes of danfo's packages what danfo uses: the whole of them is three times as much to load and to start.
 *
 * @returns A plugin for esbuild.
 */
export function slimPackages(): Plugin {
  return {
    name: "slim-packages",
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: unwanted }, ({ path }) => ({ path, namespace: "nothing" }));
      onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "export default {}" }));
      onResolve({ filter: /^(?:@tensorflow\/tfjs|mathjs)$/ }, async (asked) => {
        const { path, kind, importer, resolveDir, namespace } = asked;
        if (namespace === "part" || asked.pluginData === slim) return undefined;
        const options = { kind, importer, resolveDir, pluginData: slim };
        const { path: whole } = await resolve(path, options);
        // The part's own packages are those that stand beside the whole one.
        return { path, namespace: "part", pluginData: dirname(whole) };
      });
      onLoad({ filter: /.*/, namespace: "part" }, ({ path, pluginData: resolveDir }) => ({
        contents: parts[path],
        resolveDir,
      }));
    },
  };
}

const slim = Symbol("slim");
