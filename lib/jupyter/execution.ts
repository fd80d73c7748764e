import type { Notebook } from "../notebook_files/notebook_file.ts";

/** A notebook after its run. */
export interface Execution {
  /** The notebook's path. */
  readonly path: string;
  /** Wall time of its run, kernel start included, in seconds. */
  readonly seconds: number;
  /** What failed, each a sentence that names the cell and the error; empty where all went well. */
  readonly failures: readonly string[];
  /** The notebook with its outputs. */
  readonly notebook: Notebook;
}
