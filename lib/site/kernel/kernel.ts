import { languageInfo } from "../../notebook_files/notebook_file.ts";
import type { BaseKernel, BaseKernelClass, KernelOptions } from "./jupyterlite.ts";
import type { Files, Outcome } from "./messages.ts";
import { linkWorker } from "./worker_link.ts";
import type { Completions } from "./known_names.ts";

/** What the kernels of a page share. */
export interface KernelPlace {
  /** JupyterLite's own class, known only when the page runs. */
  readonly Base: BaseKernelClass;
  /** Begins a worker. */
  readonly worker: () => Worker;
  /** Reads the files beside a notebook. */
  readonly files: (folder: string) => () => Promise<Files>;
}

/** A kernel that Stop reaches. */
export interface TypeScriptKernel extends BaseKernel {
  /** Ends the cell that runs, and with it all that cells have declared. */
  interrupt(): void;
}

const LOST =
  "Stopped. A page can only end its worker, so every variable is lost: run the cells that this one " +
  "needs again (Run, Run All Above Selected Cell)";

const stopped: Outcome = {
  status: "error",
  ename: "Interrupted",
  evalue: LOST,
  traceback: [LOST],
};

/**
 * Makes the class of our kernel: TypeScript in a worker of its own.
 *
 * It stands on JupyterLite's own kernel and not on the JavaScript one: that one shows values by its own rules,
 * cannot be stopped, and would be listed beside ours.
 */
export function typeScriptKernel(
  { Base, worker, files }: KernelPlace,
): new (options: KernelOptions) => TypeScriptKernel {
  return class extends Base {
    readonly #files = files(this.location);
    readonly #link = linkWorker(worker, (type, content) => this.#broadcast(type, content));
    #running = 0;

    #broadcast(type: string, content: unknown): void {
      const send: Readonly<Record<string, (content: unknown, parent: unknown) => void>> = {
        stream: this.stream,
        display_data: this.displayData,
        update_display_data: this.updateDisplayData,
        execute_result: this.publishExecuteResult,
        clear_output: this.clearOutput,
      };
      send[type]?.call(this, content, this.parentHeader);
    }

    override dispose(): void {
      if (!this.isDisposed) this.#link.end(stopped);
      super.dispose();
    }

    interrupt(): void {
      if (this.#running > 0) this.#link.end(stopped);
    }

    kernelInfoRequest() {
      return Promise.resolve({
        implementation: "TypeScript in the page",
        implementation_version: "1",
        language_info: languageInfo,
        protocol_version: "5.3",
        status: "ok",
        banner: "TypeScript in this page, without a server",
        help_links: [],
      });
    }

    async executeRequest({ code }: { readonly code: string }) {
      const count = this.executionCount;
      this.#running++;
      try {
        const request = { type: "execute", code, count, files: await this.#files() } as const;
        const outcome = await this.#link.ask(request) as Outcome;
        if (outcome.status === "ok") {
          return { status: "ok", execution_count: count, user_expressions: {} };
        }
        const { ename, evalue, traceback } = outcome;
        this.publishExecuteError({ ename, evalue, traceback }, this.parentHeader);
        return { ...outcome, execution_count: count };
      } finally {
        this.#running--;
      }
    }

    async completeRequest({ code, cursor_pos: at }: Cursor) {
      // Stop answers every question with how the cell ended.
      const answer = await this.#link.ask({ type: "complete", code, at }) as Partial<Completions>;
      const { matches = [], start = at, end = at } = answer;
      return { status: "ok", matches, cursor_start: start, cursor_end: end, metadata: {} };
    }

    async inspectRequest({ code, cursor_pos: at }: Cursor) {
      const data = await this.#link.ask({ type: "inspect", code, at });
      return { status: "ok", found: data !== undefined, data: data ?? {}, metadata: {} };
    }

    isCompleteRequest() {
      return Promise.resolve({ status: "unknown" });
    }

    commInfoRequest() {
      return Promise.resolve({ status: "ok", comms: {} });
    }

    inputReply(): void {}

    async commOpen(): Promise<void> {}

    async commMsg(): Promise<void> {}

    async commClose(): Promise<void> {}
  };
}

interface Cursor {
  readonly code: string;
  readonly cursor_pos: number;
}
