import { docJson, doorFiles } from "./doc_json.ts";
import { type Entry, referenceOf } from "./reference.ts";

let known: readonly Entry[] | undefined;

/** The library's reference, read when it is first asked for; empty where it cannot be read. */
export function knownReference(): readonly Entry[] {
  if (known === undefined) {
    const json = docJson();
    known = json === undefined ? [] : referenceOf(json, doorFiles);
  }
  return known;
}
