import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";
import { escaped } from "../notebook/escaped.ts";

hljs.registerLanguage("typescript", typescript);
hljs.registerLanguage("json", json);
hljs.registerLanguage("bash", bash);

/**
 * Code as HTML whose parts carry highlight.js's class names.
 *
 * @param language Its language; one that is not known here is shown plain. @default {"plaintext"}
 */
export function highlighted(code: string, language = "plaintext"): string {
  if (hljs.getLanguage(language) === undefined) return escaped(code);
  return hljs.highlight(code, { language }).value;
}
