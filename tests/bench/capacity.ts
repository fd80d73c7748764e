import { progressBar } from "../../lib/notebook/progress.ts";
import { textTable } from "../../lib/cli/table.ts";
import { writers } from "../market/replay/layout_writers.ts";

/** How one layout was read. */
export interface CapacityPoint {
  /** The layout. */
  readonly layout: string;
  /** Rows in its files. */
  readonly rows: number;
  /** Rows a second that the processor worked. */
  readonly rate: number;
  /** The rate over that of our own files of the same kinds. */
  readonly ratio: number;
  /** Peak memory of the whole process, in MB of 10⁶ bytes. */
  readonly megabytes: number;
}

/** What we mean to keep: peak memory in MB, and the share of our own files' rate. */
export const MOST_MEGABYTES = 300, LEAST_RATIO = 0.5;

const OWN = "trades and quotes";

/** Reads so many rows of every layout, each written to a file first and read in a process of its own. */
export async function measureCapacity(rows: number): Promise<readonly CapacityPoint[]> {
  const names = Object.keys(writers);
  const tell = progressBar("Measuring capacity");
  const points: Omit<CapacityPoint, "ratio">[] = [];
  const own = { both: NaN, trades: NaN };
  const kinds = new Map<string, "both" | "trades">();
  for (const [done, layout] of names.entries()) {
    tell(done, names.length);
    await Deno.mkdir(".cache", { recursive: true });
    const folder = await Deno.makeTempDir({ dir: ".cache" });
    try {
      const written = await run("capacity_files.ts", [layout, folder, String(rows)]);
      const paths = written.paths as string[];
      // Databento has trades and quotes in one file.
      const kind = paths.length > 1 || layout.startsWith("databento") ? "both" : "trades";
      kinds.set(layout, kind);
      const rate = async (files: readonly string[], count: number) => {
        const { processor, megabytes } = await run("capacity_read.ts", [layout, ...files]);
        return { rate: count / Number(processor), megabytes: Number(megabytes) };
      };
      const found = {
        layout,
        rows: Number(written.rows),
        ...await rate(paths, Number(written.rows)),
      };
      points.push(found);
      if (layout === OWN) {
        own.both = found.rate;
        own.trades = (await rate(paths.slice(0, 1), found.rows / 2)).rate;
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  }
  tell(names.length, names.length);
  return points.map((point) => ({ ...point, ratio: point.rate / own[kinds.get(point.layout)!] }));
}

async function run(script: string, args: readonly string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-prompt",
      // As the tasks that read markets have it: rows are short-lived, and a small nursery frees them sooner.
      "--v8-flags=--max-semi-space-size=2",
      "--no-check",
      "--allow-all",
      new URL(script, import.meta.url).pathname,
      ...args,
    ],
  }).output();
  if (code !== 0) throw new Error(new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout));
}

/** What was measured, as a table, and what falls short. */
export function capacityTable(points: readonly CapacityPoint[]): string {
  const short = points.filter(({ megabytes, ratio }) =>
    megabytes > MOST_MEGABYTES || ratio < LEAST_RATIO
  );
  const verdict = short.length === 0
    ? `All stay within ${MOST_MEGABYTES} MB and read at least half as fast as our own files.`
    : `Beyond ${MOST_MEGABYTES} MB or slower than half of our own: ${
      short.map(({ layout }) => layout).join("; ")
    }.`;
  return [
    textTable([
      ["layout", "rows", "million rows/s", "of our own", "peak MB"],
      ...points.map(({ layout, rows, rate, ratio, megabytes }) => [
        layout,
        String(rows),
        (rate / 1e6).toFixed(2),
        ratio.toFixed(2),
        megabytes.toFixed(0),
      ]),
    ]),
    verdict,
  ].join("\n\n");
}
