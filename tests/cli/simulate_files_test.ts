import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { task } from "./simulate_task.ts";
import { inFolder, namesIn } from "../in_folder.ts";

Deno.test("simulate writes a page and a CSV whose numbers are those of its JSON", async () => {
  await inFolder(async (folder) => {
    const [page, table] = [`${folder}/report.html`, `${folder}/paths.csv`];
    const flags = ["--scenario", "toxic", "--paths", "300", "--seed", "page", "--periods", "365"];
    const { code, out } = await task(...flags, "--json", "--report", page, "--csv", table);
    assertEquals(code, 0);
    const json = JSON.parse(out);
    const html = await Deno.readTextFile(page);
    const numbers = /<script type="application\/json" id="numbers">(.*?)<\/script>/s.exec(html)![1];
    assertEquals(JSON.parse(numbers), json);
    assert(!/(src|href)=/.test(html.replace(numbers, "")), "the page must need nothing beside it");
    assertEquals(html.split("<figure>").length - 1, 3);
    assertStringIncludes(html, json.strategies.as.mean.toFixed(2));

    const [header, ...rows] = (await Deno.readTextFile(table)).trimEnd().split("\n")
      .map((line) => line.split(","));
    assertEquals(rows.length, 600);
    const column = (own: readonly string[][], name: string) =>
      own.map((row) => Number(row[header.indexOf(name)]));
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;
    const traders = [["Naive", json.strategies.naive], ["Avellaneda–Stoikov", json.strategies.as]];
    for (const [name, summary] of traders) {
      const own = rows.filter((row) => row[0] === name);
      assertEquals(column(own, "path"), Array.from({ length: 300 }, (_, i) => i));
      assertAlmostEquals(mean(column(own, "profit")), summary.mean, 1e-9 * summary.sd);
      assertAlmostEquals(mean(column(own, "sharpe")), summary.sharpeMean, 1e-9);
      assertAlmostEquals(mean(column(own, "taker_units")), summary.takerUnits, 1e-9);
      assertEquals(Math.min(...column(own, "lowest_inventory")), summary.inventoryMin);
      assertEquals(Math.max(...column(own, "highest_inventory")), summary.inventoryMax);
    }
    assertEquals(namesIn(folder), ["paths.csv", "report.html"]);
  });
});

Deno.test("simulate --csv writes every path of a run of several batches once", async () => {
  await inFolder(async (folder) => {
    const table = `${folder}/paths.csv`;
    const paths = 2 ** 18 + 3;
    const flags = ["--paths", String(paths), "--set", "steps=2", "--seed", "1", "--json"];
    // A slow machine has progress on its standard error.
    const { code, out } = await task(...flags, "--csv", table);
    assertEquals(code, 0);
    const sums = new Map<string, { count: number; profit: number; paths: Set<string> }>();
    for (const line of (await Deno.readTextFile(table)).trimEnd().split("\n").slice(1)) {
      const [name, path, profit] = line.split(",");
      const own = sums.get(name) ?? { count: 0, profit: 0, paths: new Set() };
      sums.set(name, {
        count: own.count + 1,
        profit: own.profit + Number(profit),
        paths: own.paths.add(path),
      });
    }
    const { naive, as } = JSON.parse(out).strategies;
    [...sums.values()].forEach(({ count, profit, paths: seen }, i) => {
      assertEquals([count, seen.size], [paths, paths]);
      const { mean, sd } = [naive, as][i];
      assertAlmostEquals(profit / count, mean, 1e-9 * sd);
    });
  });
});

Deno.test("simulate draws no distribution where every profit is the same", async () => {
  await inFolder(async (folder) => {
    const page = `${folder}/report.html`;
    const { code } = await task("--paths", "1", "--report", page);
    assertEquals(code, 0);
    assertEquals((await Deno.readTextFile(page)).split("<figure>").length - 1, 2);
  });
});

Deno.test("simulate opens its files before the work, and leaves those that were there where it fails", async () => {
  await inFolder(async (folder) => {
    const page = `${folder}/report.html`;
    await Deno.writeTextFile(page, "before");
    const cases = [
      [["--report", `${folder}/no/report.html`], "its folder is not there"],
      [["--csv", folder], "it is a folder"],
      [["--report", page, "--csv", page], "the same file is written by --report"],
      [["--report", page, "--csv", `${folder}/./report.html`], "the same file is written by"],
      [["--report", page, "--shard", "1/2"], "Cannot write --report with --shard"],
      [["--csv", page, "--shard", "1/2"], "Cannot write --csv with --shard"],
      [["--report", page, "--paths", "1e9", "--set", "steps=1e9"], "Cannot"],
    ] as const;
    for (const [flags, words] of cases) {
      const { code, out, errors } = await task(...flags);
      assertEquals([code, out, errors.trimEnd().split("\n").length], [2, "", 1], errors);
      assertStringIncludes(errors, words);
    }
    assertEquals(await Deno.readTextFile(page), "before");
    assertEquals(namesIn(folder), ["report.html"]);
  });
});
