import { kernelspec, languageInfo } from "../../notebook_files/notebook_file.ts";
import type { App, Contents, PanelExtension } from "./jupyterlite.ts";
import type { Buttons } from "./restore_button.ts";

const NAME = "New notebook";

/** This page's kernel, as a notebook names it; Jupyter's own name is that of the kernel on a machine. */
export const pageKernel = {
  ...kernelspec,
  display_name: "TypeScript, in this page",
} as const;

/** An empty notebook of this page's kernel, as JupyterLite saves it. */
const empty = {
  cells: [{
    cell_type: "code",
    execution_count: null,
    id: "first",
    metadata: {},
    outputs: [],
    source: [],
  }],
  metadata: {
    kernelspec: pageKernel,
    language_info: languageInfo,
  },
  nbformat: 4,
  nbformat_minor: 5,
};

/**
 * A button above each notebook that begins one of the reader's own, in a window of its own.
 *
 * It is kept in the browser's storage, under the first name that is free, and knows its kernel: JupyterLite's own
 * way asks for one first, and leads nowhere in the view of a single document. The window opens at the click itself,
 * as browsers block those that open later.
 *
 * @param open Opens a window. @default {that of the browser}
 */
export function newNotebookButton(
  { serviceManager: { contents } }: App,
  { ToolbarButton }: Pick<Buttons, "ToolbarButton">,
  open: () => Pick<Window, "location" | "close"> | null = () => globalThis.open("about:blank"),
): PanelExtension {
  return {
    createNew({ toolbar }) {
      const onClick = async () => {
        const fresh = open();
        try {
          const path = await freeName(contents);
          await contents.save(path, { type: "notebook", format: "json", content: empty });
          (fresh ?? globalThis).location.href = new URL(`?path=${path}`, location.href).href;
        } catch (error) {
          fresh?.close();
          throw error;
        }
      };
      const tooltip = "Begin a notebook of your own; it is kept in this browser";
      toolbar.insertItem(11, "new-notebook", new ToolbarButton({ label: NAME, tooltip, onClick }));
    },
  };
}

/** The first of my_notebook_1.ipynb, my_notebook_2.ipynb … that does not exist. */
async function freeName(contents: Contents): Promise<string> {
  for (let number = 1;; number++) {
    const path = `my_notebook_${number}.ipynb`;
    try {
      await contents.get(path, { content: false });
    } catch {
      return path;
    }
  }
}
