/**
 * The extension that brings our kernel to JupyterLite. Webpack's federation, by which extensions are loaded, asks
 * for no more than a container with `init` and `get`: so no webpack is needed to write one.
 *
 * @module
 */
import { PLOTLY_TYPE } from "../../notebook/media.ts";
import { chartOutputs, type WidgetClass } from "./chart_output.ts";
import { filesBeside } from "./files_beside.ts";
import type {
  App,
  BaseKernelClass,
  KernelClient,
  KernelOptions,
  KernelSpecs,
} from "./jupyterlite.ts";
import { type TypeScriptKernel, typeScriptKernel } from "./kernel.ts";
import { newNotebookButton, pageKernel } from "./new_notebook_button.ts";
import { type Buttons, restoreButton } from "./restore_button.ts";
import { startedAhead } from "./started_ahead.ts";

const NAME = "@digital-market-maker/typescript-kernel";

/** Shared packages: by name and version, what loads them. */
type Shared = Readonly<
  Record<
    string,
    Readonly<Record<string, { get(): Promise<() => Readonly<Record<string, unknown>>> }>>
  >
>;

let shared: Shared = {};
const script = (document.currentScript as HTMLScriptElement | null)?.src ?? location.href;
/** The site's root: the extension is at extensions/@digital-market-maker/typescript-kernel/static/. */
const root = new URL("../../../../", script);
const beginWorker = startedAhead(() =>
  new Worker(new URL("kernel/worker.js", root), { type: "module" })
);

async function sharedPackage(name: string): Promise<Readonly<Record<string, unknown>>> {
  const [version] = Object.values(shared[name]);
  return (await version.get())();
}

const container = {
  init(scope: Shared) {
    shared = scope;
  },
  async get(module: string) {
    const plugin = module === "./mimeExtension" ? await chartsPlugin() : await kernelPlugin();
    return () => ({ __esModule: true, default: [plugin] });
  },
};

async function kernelPlugin() {
  const services = await sharedPackage("@jupyterlite/services");
  const buttons = {
    ...await sharedPackage("@jupyterlab/ui-components"),
    ...await sharedPackage("@jupyterlab/apputils"),
  } as unknown as Buttons;
  return {
    id: `${NAME}:kernel`,
    autoStart: true,
    requires: [services.IKernelSpecs, services.IKernelClient],
    activate(app: App, specs: KernelSpecs, client: KernelClient) {
      register(app, specs, client, services.BaseKernel as BaseKernelClass);
      app.docRegistry.addWidgetExtension("Notebook", restoreButton(app, buttons, isPublished));
      app.docRegistry.addWidgetExtension("Notebook", newNotebookButton(app, buttons));
    },
  };
}

async function isPublished(path: string): Promise<boolean> {
  const address = new URL(`files/${path.split("/").map(encodeURIComponent).join("/")}`, root);
  return (await fetch(address, { method: "HEAD" })).ok;
}

async function chartsPlugin() {
  const { Widget } = await sharedPackage("@lumino/widgets");
  const Output = chartOutputs(Widget as WidgetClass, new URL("assets/plotly.js", root).href);
  return {
    id: `${NAME}:charts`,
    rendererFactory: { safe: true, mimeTypes: [PLOTLY_TYPE], createRenderer: () => new Output() },
    // Before the picture and the table that the same output brings.
    rank: 0,
    dataType: "json",
  };
}

function register(app: App, specs: KernelSpecs, client: KernelClient, Base: BaseKernelClass): void {
  const kernels = new Map<string, TypeScriptKernel>();
  const { contents } = app.serviceManager;
  const Kernel = typeScriptKernel({
    Base,
    worker: beginWorker,
    files: (folder) => filesBeside(contents, folder),
  });
  specs.register({
    spec: { ...pageKernel, argv: [], resources: {} },
    create(options: KernelOptions) {
      const kernel = new Kernel(options);
      kernels.set(options.id, kernel);
      return Promise.resolve(kernel);
    },
  });
  // JupyterLite's Stop drops the cells that wait, and does not tell the kernel.
  const dropWaiting = client.interrupt.bind(client);
  client.interrupt = async (id) => {
    kernels.get(id)?.interrupt();
    await dropWaiting(id);
  };
}

const registry = (Reflect.get(globalThis, "_JUPYTERLAB") ?? {}) as Record<string, unknown>;
registry[NAME] = container;
Reflect.set(globalThis, "_JUPYTERLAB", registry);
