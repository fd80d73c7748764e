/** What other people's programs make of the notebooks' files. */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { projectRoot, setUpEnvironment } from "../../lib/jupyter/environment.ts";
import {
  joined,
  type JsonObject,
  type Notebook,
  outputsOf,
} from "../../lib/notebook_files/notebook_file.ts";

const folders = ["notebooks", "notebooks/exercises"];
const paths = folders.flatMap((folder) =>
  [...Deno.readDirSync(join(projectRoot, folder))].map(({ name }) => `${folder}/${name}`)
).filter((path) => path.endsWith(".ipynb")).toSorted();

async function python(...args: readonly string[]): Promise<string> {
  const { python, variables } = await setUpEnvironment(() => {});
  const { success, stdout, stderr } = await new Deno.Command(python, {
    args: [...args],
    cwd: projectRoot,
    env: { ...variables },
  }).output();
  assert(success, new TextDecoder().decode(stderr).slice(-2000));
  return new TextDecoder().decode(stdout);
}

Deno.test("nbformat reads and writes every notebook without moving a byte", async () => {
  const program = `
import json, nbformat, sys
changed = []
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if nbformat.writes(nbformat.reads(text, as_version=4)).rstrip("\\n") != text.rstrip("\\n"):
        changed.append(path)
print(json.dumps(changed))
`;
  assertEquals(JSON.parse(await python("-c", program, ...paths)), []);
});

/** The captions of a notebook's charts. */
function captions({ cells }: Notebook): readonly string[] {
  return cells.flatMap(outputsOf).flatMap(({ data }) => {
    const chart = (data as JsonObject | undefined)?.["application/vnd.plotly.v1+json"];
    const layout = (chart as JsonObject | undefined)?.layout as JsonObject | undefined;
    return layout === undefined ? [] : [joined((layout.meta as JsonObject).caption)];
  });
}

const unescaped = (html: string): string =>
  html.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    .replaceAll("&#39;", "'").replaceAll("&amp;", "&");

Deno.test("nbconvert's page describes every chart in words", async () => {
  const read = (path: string) =>
    JSON.parse(Deno.readTextFileSync(join(projectRoot, path))) as Notebook;
  const [path] = paths.toSorted((a, b) => captions(read(b)).length - captions(read(a)).length);
  const html = await python("-m", "nbconvert", "--to", "html", "--stdout", path);
  const images = [...html.matchAll(/<img\b[^>]*>/g)].map(([image]) => image);
  const described = images.map((image) => unescaped(/ alt="([^"]*)"/.exec(image)?.[1] ?? ""));
  assert(described.every((words) => words.trim() !== ""), "no picture without words");
  const wanted = captions(read(path));
  assert(wanted.length >= 5);
  for (const caption of wanted) assert(described.includes(caption), caption);
});
