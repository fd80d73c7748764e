import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { failures, galleryText } from "./papers.ts";
import type { PaperNumber } from "./paper.ts";
import { runTask } from "../cli/simulate_task.ts";

/** Numbers that stand in the gallery, as they are written in the papers or were computed from their formulas. */
const listed = `
  65.0 6.6 2.9 68.4 12.7 8.4 68.6 8.7 5.1 68.8 12.8 31.4 5.0 1.7 44.0 11.0 1.49 1.35 3.02
  62.94 5.89 2.80 67.21 13.43 8.66 66.78 8.76 4.70 67.36 13.40 8.65 33.92 4.72 1.88 66.20 14.53 9.06
  65.2371 62.7871 65.2365 49.917 22.427 3.10 64.774 64.748 0.790 0.751
  10.609473 7.873683 6.129884 4.808205 3.727971 2.807287
  0.112573 0.088460 0.073419 0.059914 0.044874 0.020761
  59.585676 0.764345 0.890082 0.984761 1.184877
  56.179474 0.668475 0.513366
  −1.6439e−4 −1.3273e−4 −8.8767e−5 −1.7522e−5 1.2082e−4 1.9207e−4 2.3602e−4 2.6769e−4
  −4.6883e−4 −3.6648e−4 −2.2610e−4 −6.9821e−6 3.5392e−4 5.7303e−4 7.1342e−4 8.1576e−4
  1.9701e−4 2.2057e−4 2.5025e−4 2.9040e−4 3.5232e−4 4.0486e−4 4.3779e−4 4.6200e−4 4.8126e−4 8904.629
  3.313045 3.653479 6.130908
`.trim().split(/\s+/);

Deno.test("papers prints a line for each number, needs no permission, and says what does not reproduce", async () => {
  const { code, out } = await runTask("papers");
  assertEquals(code, 0, out);
  const lines = out.split("\n");
  for (const number of listed) {
    const line = lines.find((line) => line.includes(`  ${number}  `));
    assert(line !== undefined, `${number} is missing`);
    assert(/ (agrees|does not reproduce)$/.test(line), line);
  }
  assertEquals(lines.filter((line) => line.endsWith("does not reproduce")).length, 2);
  assertStringIncludes(out, "sd of final q, inventory, γ 0.01, 4.70: exact is 5.205");
  assertStringIncludes(lines.at(-2)!, "2 are known not to reproduce, 0 fail.");
});

Deno.test("papers --json gives every number with its difference, and a mistaken flag one line", async () => {
  const { code, out } = await runTask("papers", "--json");
  assertEquals(code, 0);
  const papers = JSON.parse(out);
  assertEquals(papers.length, 9);
  for (const { numbers } of papers) {
    for (const { theirs, ours, difference, within, verdict } of numbers) {
      assertEquals(difference, ours - theirs);
      assertEquals(verdict === "agrees", Math.abs(difference) <= within);
    }
  }
  const wrong = await runTask("papers", "--jsn");
  assertEquals([wrong.code, wrong.out], [2, ""]);
});

Deno.test("A number that has come off fails, in its line and in the sum", () => {
  const number: PaperNumber = {
    ...{ place: "table 1", quantity: "mean", source: "printed", theirs: "4.70", within: 0.01 },
    ours: 4.75,
  };
  const paper = { name: "AB 2000", reference: "A, B: C" };
  const results = [{ paper, numbers: [number, { ...number, quantity: "sd", ours: 4.7 }] }];
  assertEquals(failures(results), 1);
  const lines = galleryText(results).split("\n");
  assert(lines.some((line) => /^AB 2000 .* mean .*FAILS$/.test(line)));
  assert(lines.some((line) => /^AB 2000 .* sd .*agrees$/.test(line)));
  assertEquals(
    lines.at(-1),
    "2 numbers of 1 papers: 1 agree, 0 are known not to reproduce, 1 fail.",
  );
});
