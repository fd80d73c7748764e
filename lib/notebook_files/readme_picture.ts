import { PICTURE_TYPE } from "../notebook/media.ts";
import { joined, type Notebook, outputsOf } from "./notebook_file.ts";

/** The notebook whose first picture README shows. */
export const PICTURED = "00_contents.ipynb";

/** README's picture, from the project's root. */
export const PICTURE = ".github/dashboard.svg";

/**
 * The first still picture of a notebook, as a file of its own.
 *
 * @returns The picture; undefined where no output has one.
 */
export function firstPicture(notebook: Notebook): string | undefined {
  const data = notebook.cells.flatMap(outputsOf)
    .map((output) =>
      output.data as Readonly<Record<string, string | readonly string[]>> | undefined
    )
    .find((bundle) => bundle?.[PICTURE_TYPE] !== undefined);
  return data === undefined ? undefined : `${joined(data[PICTURE_TYPE]).trimEnd()}\n`;
}
