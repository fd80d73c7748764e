/** The parts of JupyterLite that the kernel touches, as its packages ship no types for what is shared in a page. */

/** What a kernel is made with. */
export interface KernelOptions {
  readonly id: string;
}

/** JupyterLite's own kernel, on which a kernel of one's own stands: it speaks Jupyter's protocol. */
export interface BaseKernel {
  readonly executionCount: number;
  readonly isDisposed: boolean;
  /** The folder of its notebook. */
  readonly location: string;
  readonly parentHeader: unknown;
  dispose(): void;
  stream(content: unknown, parent?: unknown): void;
  displayData(content: unknown, parent?: unknown): void;
  updateDisplayData(content: unknown, parent?: unknown): void;
  publishExecuteResult(content: unknown, parent?: unknown): void;
  publishExecuteError(content: unknown, parent?: unknown): void;
  clearOutput(content: unknown, parent?: unknown): void;
}

/** The class of it. */
export type BaseKernelClass = new (options: KernelOptions) => BaseKernel;

/** A file or a folder of JupyterLite's storage. */
export interface Content {
  readonly name: string;
  readonly path: string;
  readonly type: string;
  readonly last_modified: string;
  readonly format: string | null;
  readonly content: unknown;
}

/** JupyterLite's storage. */
export interface Contents {
  get(
    path: string,
    options?: { readonly content?: boolean },
  ): Promise<Content>;
  delete(path: string): Promise<void>;
  save(
    path: string,
    file: { readonly type: string; readonly format: string; readonly content: unknown },
  ): Promise<unknown>;
}

/** A notebook's panel. */
export interface Panel {
  readonly context: { readonly path: string; revert(): Promise<void> };
  readonly toolbar: { insertItem(index: number, name: string, widget: unknown): boolean };
}

/** What adds something to each panel. */
export interface PanelExtension {
  createNew(panel: Panel): void;
}

/** The application. */
export interface App {
  readonly serviceManager: { readonly contents: Contents };
  readonly docRegistry: { addWidgetExtension(panel: string, extension: PanelExtension): unknown };
}

/** Where kernels are registered. */
export interface KernelSpecs {
  register(kernel: {
    readonly spec: object;
    readonly create: (options: KernelOptions) => Promise<BaseKernel>;
  }): void;
}

/** Who passes a person's Stop on. */
export interface KernelClient {
  interrupt(id: string): Promise<void>;
}
