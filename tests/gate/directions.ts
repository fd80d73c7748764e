import { importsOf, roomOf, type SourceFile } from "./source.ts";

const checks = ["check", "kinds", "nearest_name", "shapes", "shown"];
const ground = [
  ...checks,
  "each_value",
  "numeric",
  "plural",
  "printable",
  "progress",
  "random",
  "sides",
  "time_grid",
];
const trade = [...ground, "market", "strategy", "trading"];
const study = [...trade, "theory", "monte_carlo", "analysis", "calibration"];

/** For each room of lib/, the other rooms it may import from. Imports go one way. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  each_value: [],
  nearest_name: [],
  plural: [],
  printable: [],
  shapes: [],
  shown: ["shapes"],
  check: ["nearest_name", "shown"],
  kinds: ["check", "shapes", "shown"],
  time_grid: checks,
  sides: checks,
  progress: checks,
  random: [...checks, "numeric"],
  numeric: checks,
  market: ground,
  strategy: ground,
  trading: trade,
  theory: study,
  monte_carlo: study,
  analysis: study,
  calibration: study,
  several: study,
  scenario: study,
  data: [...study, "scenario"],
  learning: [...study, "scenario"],
  notebook: [...study, "scenario", "several"],
  notebook_files: [...study, "scenario", "notebook"],
  deno_command: [],
  jupyter: [...study, "scenario", "notebook", "notebook_files", "deno_command"],
  site: [...study, "scenario", "notebook", "notebook_files", "deno_command"],
  cli: [
    ...study,
    "scenario",
    "notebook",
    "notebook_files",
    "deno_command",
    "jupyter",
    "site",
  ],
};

/** For each room of the engine, the packages it may take from outside. */
const mayTake: Readonly<Record<string, readonly string[]>> = {
  random: ["seedrandom"],
  // Recorded markets come as CSV, plain or zipped.
  market: ["papaparse", "pako"],
  several: ["ml-matrix"],
};

const outside = ["deno_command", "notebook", "notebook_files", "jupyter", "site", "cli"];

/** The rooms that run in a browser too. */
export const engineRooms: readonly string[] = Object.keys(mayImport)
  .filter((room) => !outside.includes(room));

/**
 * Finds imports that break the order of the rooms.
 *
 * @param files Files of lib/ and mod.ts.
 * @returns A sentence for each; none where all is well.
 */
export function findWrongImports(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((target) => {
      const reason = whyNot(file.path, target);
      return reason === undefined ? [] : [`${file.path} imports ${target}: ${reason}`];
    })
  );
}

function whyNot(path: string, target: string): string | undefined {
  const from = path === "mod.ts" ? "mod.ts" : roomOf(path);
  if (from === undefined) return undefined;
  const to = roomOf(target);
  if (to !== undefined) {
    const open = from === "mod.ts" ? engineRooms : mayImport[from];
    if (open === undefined) return `the room ${from} has no place in the order`;
    return to === from || open.includes(to) ? undefined : `${from} may not import ${to}`;
  }
  if (target === "mod.ts" || target.startsWith("@digital-market-maker/")) {
    return "inside the library, import the file itself";
  }
  if (target === "danfojs" && !/^lib\/notebook\/frames?_?/.test(path)) {
    return "only the frames of lib/notebook know danfo";
  }
  if (outside.includes(from)) return undefined;
  const name = target.split("/")[0];
  return mayTake[from]?.includes(name) ? undefined : `the engine may not take ${name} here`;
}

/**
 * Finds rings of imports: between rooms of one level, or between files.
 *
 * @param files Files of lib/ and mod.ts.
 * @returns A sentence for each ring found.
 */
export function findRings(files: readonly SourceFile[]): readonly string[] {
  const between = new Map<string, Set<string>>();
  const rooms = new Map<string, Set<string>>();
  const add = (graph: Map<string, Set<string>>, from: string, to: string) => {
    graph.set(from, (graph.get(from) ?? new Set()).add(to));
  };
  for (const file of files) {
    const from = roomOf(file.path);
    for (const target of importsOf(file)) {
      add(between, file.path, target);
      const to = roomOf(target);
      if (from !== undefined && to !== undefined && from !== to) add(rooms, from, to);
    }
  }
  return [firstRing(rooms), firstRing(between)].filter((ring) => ring !== undefined);
}

function firstRing(graph: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const done = new Set<string>();
  const visit = (node: string, trail: readonly string[]): string | undefined => {
    if (trail.includes(node)) {
      return `${[...trail.slice(trail.indexOf(node)), node].join(" → ")} is a ring of imports`;
    }
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const ring = visit(next, [...trail, node]);
      if (ring !== undefined) return ring;
    }
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const ring = visit(node, []);
    if (ring !== undefined) return ring;
  }
  return undefined;
}
