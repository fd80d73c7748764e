/**
 * What a notebook needs beside the engine: outputs that stay under their cells, and progress.
 *
 * @module
 */
export { inKernel } from "./kernel.ts";
export {
  display,
  type Displayable,
  displayMethod,
  type DisplayOptions,
  type MediaBundle,
} from "./display.ts";
export { type Progress, progress, type ProgressSurface } from "./progress.ts";
