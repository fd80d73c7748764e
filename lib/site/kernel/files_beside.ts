import type { Content, Contents } from "./jupyterlite.ts";
import type { Files } from "./messages.ts";

/** Files that hold data; notebooks and pictures need not go to the worker. */
const data = /\.(?:csv|tsv|txt|json|gz|zip)$/i;

/**
 * Reads the data files that stand beside a notebook in JupyterLite's storage, each once until it changes.
 *
 * A cell reads files while it waits for nothing, and a worker cannot ask JupyterLite's storage so; so its files go to it
 * before each cell.
 *
 * @param folder The notebook's folder.
 * @returns A function that answers the files there are now.
 */
export function filesBeside(contents: Contents, folder: string): () => Promise<Files> {
  const known = new Map<
    string,
    { readonly changed: string; readonly bytes: Uint8Array<ArrayBuffer> }
  >();
  return async () => {
    const listing = await contents.get(folder, { content: true }).catch(() => undefined);
    const entries = (listing?.content ?? []) as readonly Content[];
    const wanted = entries.filter(({ type, name }) => type === "file" && data.test(name));
    const files: Record<string, Uint8Array<ArrayBuffer>> = {};
    for (const { name, path, last_modified: changed } of wanted) {
      if (known.get(name)?.changed !== changed) {
        known.set(name, { changed, bytes: bytesOf(await contents.get(path, { content: true })) });
      }
      files[name] = known.get(name)!.bytes;
    }
    return files;
  };
}

function bytesOf({ content, format }: Content): Uint8Array<ArrayBuffer> {
  if (format === "base64") return Uint8Array.fromBase64(String(content));
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return new TextEncoder().encode(text);
}
