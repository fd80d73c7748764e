import { type Notebook, notebookText } from "../notebook_files/notebook_file.ts";
import { pageKernel } from "./kernel/new_notebook_button.ts";

/**
 * A notebook whose kernel is a page's own. JupyterLite writes its kernel into every notebook that it opens, and keeps
 * a changed one in the browser, where it would hide the course's later editions from a reader who changed nothing.
 *
 * @param text The notebook's file.
 * @returns The same, as JupyterLite leaves it when it is opened.
 */
export function inPage(text: string): string {
  const notebook: Notebook = JSON.parse(text);
  return notebookText({ ...notebook, metadata: { ...notebook.metadata, kernelspec: pageKernel } });
}
