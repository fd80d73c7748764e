import { join } from "node:path";

/** What danfo's frames can do by the two packages of which a page has a part. */
export const framesTold = async (table: typeof import("../../lib/notebook/frames.ts").table) => {
  const frame = table({ a: [1.5, 2, 2, 7], b: [2, 5, 1, -7] });
  const groups = table({ side: ["buy", "sell", "buy"], size: [1, 2, 5] }).groupby(["side"]);
  const sample = await frame.sample(2, { seed: 3 });
  return JSON.stringify([
    frame.add(frame).values,
    frame.mul([1, 2], { axis: 1 }).values,
    frame.describe().values,
    [frame.mean(), frame.std({ axis: 0 }), frame.median({ axis: 0 }), frame.mode({ axis: 0 })]
      .map(({ values }) => values),
    frame.tensor.sum().arraySync(),
    groups.std().values,
    sample.values,
    frame.cumSum({ axis: 0 }).values,
    frame.sortValues("b").values,
    frame.query(frame["a"].gt(1.8)).values,
  ]);
};

/** The cells of small notebooks, by what they try. */
const cells: Readonly<Record<string, readonly string[]>> = {
  stop: ["const kept = 1;", "for (;;);", "typeof kept"],
  wait: ["const held = 1;", "await new Promise(() => {})", "typeof held"],
  late: [
    'const kept = 5; setTimeout(() => { throw new RangeError("late") }, 20); ' +
    "await new Promise((resolve) => setTimeout(resolve, 300)); kept",
    'Promise.reject("nobody waits"); await new Promise((resolve) => setTimeout(resolve, 300)); kept + 1',
    "kept + 2",
  ],
  much: ["for (let i = 0; i < 400_000; i++) console.log('line', i);", '"alive"'],
  doors: [
    ...["", "/data", "/several", "/learning", "/notebook", "/frames"].map((door) =>
      `import * as door from "@digital-market-maker/lab${door}";\nObject.keys(door).length > 0`
    ),
    'import _ from "npm:lodash";',
  ],
  ask: [
    'import { drawTape } from "@digital-market-maker/lab";\nconst session = { wealth: [1] };',
    "drawTa",
  ],
  frames: [
    'import { table } from "@digital-market-maker/lab/frames";\n' + `await (${framesTold})(table)`,
  ],
  edit: ["1 + 1"],
  csv: [
    'import { marketFile } from "@digital-market-maker/lab/notebook";\n' +
    'const { value } = await marketFile("mine.csv")[Symbol.asyncIterator]().next();\n' +
    '[value !== undefined, Deno.readTextFileSync("mine.csv").trim().split("\\n").length]',
  ],
  stream: [
    'import { progressBar } from "@digital-market-maker/lab/notebook";\n' +
    'const tell = progressBar("Counting");\n' +
    "for (let i = 0; i < 9; i++) { const t = performance.now(); while (performance.now() - t < 500); " +
    'tell(i, 10); console.log("round", i); }',
  ],
};

/** Writes the notebooks to a folder, as `01_NAME.ipynb`. */
export async function writeNotebooks(folder: string): Promise<void> {
  const kernelspec = { name: "deno", display_name: "Deno", language: "typescript" };
  for (const [name, sources] of Object.entries(cells)) {
    const notebook = {
      cells: sources.map((source, i) => ({
        cell_type: "code",
        id: `c${i}`,
        metadata: {},
        source,
        outputs: [],
        execution_count: null,
      })),
      metadata: { kernelspec },
      nbformat: 4,
      nbformat_minor: 5,
    };
    await Deno.writeTextFile(join(folder, `01_${name}.ipynb`), JSON.stringify(notebook));
  }
}
