import { exactMoments, scenario, tradersOf } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { traderNames } from "../../lib/scenario/named_traders.ts";
import { runTask } from "./simulate_task.ts";
import { inFolder } from "../in_folder.ts";

const exact = (...args: readonly string[]) => runTask("exact", ...args);

const points = async (...args: readonly string[]) => {
  // A slow machine hears of progress beside the answer.
  const { code, out } = await exact("--json", ...args);
  assertEquals(code, 0);
  return JSON.parse(out).points as readonly Record<string, number | string>[];
};

Deno.test("deno task exact --traders solves everybody by name, as the library does", async () => {
  const { out } = await exact("--scenario", "paper", "--json", "--traders", traderNames.join(","));
  const { strategies } = JSON.parse(out);
  assertEquals(Object.keys(strategies), [...traderNames]);
  const world = scenario("paper");
  for (const [name, trader] of Object.entries(tradersOf(world, traderNames))) {
    const { mean, sd } = exactMoments(world, trader);
    assertEquals([strategies[name].mean, strategies[name].sd], [mean, sd], name);
  }
});

Deno.test("deno task exact --traders refuses in one line what is not there", async () => {
  for (
    const [flags, words] of [
      [["--traders", "gltf"], "did you mean glft?"],
      [["--traders", "as,as"], "twice"],
      [["--traders", ""], "there is no trader"],
      [["--scenario", "gbm", "--traders", "as,glft"], "price"],
    ] as const
  ) {
    const { code, out, errors } = await exact(...flags);
    assertEquals([code, out, errors.trimEnd().split("\n").length], [2, "", 1], errors);
    assertStringIncludes(errors, words);
  }
});

Deno.test("deno task exact --sweep goes by logs over decades, else evenly, and each value is the library's", async () => {
  const gammas = await points(
    "--traders",
    "as",
    "--sweep",
    "riskAversion=0.001..1",
    "--points",
    "7",
  );
  assertEquals(gammas.length, 7);
  gammas.forEach(({ riskAversion, mean, sd }, i) => {
    assertAlmostEquals(Number(riskAversion), 10 ** (i / 2 - 3), 1e-12);
    const found = exactMoments(scenario("readme", { riskAversion: Number(riskAversion) }), "as");
    assertEquals([mean, sd], [found.mean, found.sd]);
  });
  const even = await points(
    "--traders",
    "naive",
    "--sweep",
    "halfSpread=0.5..0.7",
    "--points",
    "3",
  );
  even.forEach(({ halfSpread }, i) => assertAlmostEquals(Number(halfSpread), 0.5 + i / 10, 1e-12));
  const told = await points(
    ...[
      "--traders",
      "as",
      "--sweep",
      "riskAversion=0.1..1",
      "--points",
      "3",
      "--spacing",
      "linear",
    ],
  );
  assertAlmostEquals(Number(told[1].riskAversion), 0.55, 1e-12);
});

Deno.test("deno task exact --sweep takes lists, words among them, and whole numbers for steps", async () => {
  const rules = ["clock", "saturating", "constant:1"];
  const rows = await points("--traders", "as", "--sweep", `timeLeft=${rules.join(",")}`);
  assertEquals(rows.map(({ timeLeft }) => timeLeft), rules);
  const limits = await points("--traders", "as", "--sweep", "limit=3,none", "--set", "steps=50");
  assertEquals(limits.map(({ limit }) => limit), [3, "none"]);
  const steps = await points("--traders", "as", "--sweep", "steps=10..20", "--points", "4");
  assertEquals(steps.map(({ steps }) => steps), [10, 13, 17, 20]);
});

Deno.test("deno task exact --sweep goes evenly over any range that holds 0, from it or to it too", async () => {
  for (const [range, values] of [["0..1", [0, 0.5, 1]], ["1..0", [1, 0.5, 0]]] as const) {
    for (const key of ["volatility", "drift", "rebate", "crossingCost"]) {
      const rows = await points("--traders", "as", "--sweep", `${key}=${range}`, "--points", "3");
      assertEquals(rows.map((row) => row[key]), [...values]);
    }
  }
  const { code, errors } = await exact("--sweep", "drift=0..1", "--spacing", "log");
  assertEquals(code, 2);
  assertStringIncludes(errors, "one side of 0");
});

Deno.test("deno task exact --sweep names the steps above the table where they are one number", async () => {
  const heading = async (...args: readonly string[]) =>
    (await exact("--scenario", "paper", "--traders", "as", ...args)).out.split("\n")[0];
  const along = "along 2 values of steps";
  assertEquals(await heading("--sweep", "steps=10,20"), `paper: exact, ${along}`);
  const one = "paper: exact, 200 steps, along one value of drift";
  assertEquals(await heading("--sweep", "drift=0.1"), one);
});

Deno.test("deno task exact --sweep tells a point that the solver refuses, and goes on", async () => {
  const rows = await points("--traders", "as", "--worth", "--sweep", "riskAversion=0.01,3,300");
  assertEquals(rows.length, 3);
  assert(rows.every((row) => "refused" in row || Number.isFinite(row.mean)));
});

Deno.test("deno task exact --sweep refuses what it cannot read, in one line and before the work", async () => {
  for (
    const [flags, words] of [
      [["--sweep", "gamma=1..2"], "did you mean riskAversion?"],
      [["--sweep", "riskAversion"], "key=from..to"],
      [["--sweep", "riskAversion=a..2"], "must be numbers"],
      [["--sweep", "riskAversion=1..1"], "the same"],
      [["--sweep", "riskAversion=-1..1", "--spacing", "log"], "one side of 0"],
      [["--sweep", "riskAversion=-1,1"], "riskAversion"],
      [["--sweep", "breach=flaten"], "one of"],
      [["--sweep", "limit=1,2", "--points", "5"], "--points"],
      [["--sweep", "limit=1,2", "--set", "limit=3"], "already"],
      [["--set", "steps=1e9"], "steps"],
      [["--set", "steps=20000"], "20000"],
      [["--plot", "x.png"], ".svg"],
      [["--csv", "nowhere/x.csv"], "Cannot write --csv"],
    ] as const
  ) {
    const { code, out, errors } = await exact(...flags);
    assertEquals([code, out, errors.trimEnd().split("\n").length], [2, "", 1], errors);
    assertStringIncludes(errors, words);
  }
});

Deno.test("deno task exact --csv and --plot write what --json prints", async () => {
  await inFolder(async (folder) => {
    const [csv, svg, html] = ["a.csv", "a.svg", "a.html"].map((name) => `${folder}/${name}`);
    const flags = ["--traders", "as,glft", "--sweep", "riskAversion=0.01..0.1", "--points", "4"];
    const rows = await points(...flags, "--csv", csv, "--plot", svg);
    const [header, ...lines] = (await Deno.readTextFile(csv)).trimEnd().split("\n")
      .map((line) => line.split(","));
    assertEquals(lines.length, rows.length);
    lines.forEach((line, i) =>
      header.forEach((name, j) => assertEquals(line[j], String(rows[i][name] ?? ""), name))
    );
    const picture = await Deno.readTextFile(svg);
    assert(/^<svg[\s\S]*<\/svg>\n$/.test(picture));
    for (const words of ["Mean profit ($)", "Standard deviation of profit ($)", "GLFT", "AS"]) {
      assertStringIncludes(picture, words);
    }
    assertEquals((await exact(...flags, "--plot", html)).code, 0);
    const page = await Deno.readTextFile(html);
    assertStringIncludes(page, "color-scheme:light dark");
    const numbers = JSON.parse(/id="numbers">(.*?)<\/script>/.exec(page)![1]);
    assertEquals(numbers.points, rows);
    assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name).toSorted(), [
      "a.csv",
      "a.html",
      "a.svg",
    ]);
  });
});
