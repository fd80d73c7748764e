import { assert, assertEquals } from "@std/assert";
import { computedClaims } from "./computed.ts";
import { measuredClaims } from "./measured.ts";
import { citedClaims, namedClaims } from "./named.ts";
import { plainWords, unheldNumbers } from "./numbers.ts";

const words = plainWords(Deno.readTextFileSync(new URL("../../../README.md", import.meta.url)));
// A number of README that is new or has changed is told in one of these: computed, measured, or a name.
const claims = [...computedClaims(), ...measuredClaims, ...namedClaims, ...citedClaims];

Deno.test("every number of README is computed, measured or named by code, and says what that says", () => {
  assertEquals(unheldNumbers(words, claims), []);
});

Deno.test("no digit of README can change unnoticed", () => {
  let unnoticed = 0;
  for (const { index } of words.matchAll(/\d/g)) {
    const other = (Number(words[index]) + 1) % 10;
    const changed = words.slice(0, index) + other + words.slice(index + 1);
    if (unheldNumbers(changed, claims).length === 0) unnoticed++;
  }
  assertEquals(unnoticed, 0);
});

Deno.test("plainWords() leaves out examples that run, addresses, and chapters' own numbers", () => {
  const text = [
    "In [chapter 6](notebooks/06_a.ipynb), not in [Chapter 7](notebooks/08_b.ipynb):",
    "```ts\nconst a = 1;\n```",
    "1. [A](notebooks/01_a.ipynb)\n3. [B](notebooks/02_b.ipynb)",
    "| a | 2 |\n| - | -: |",
    "```sh\nrun 5\n```",
  ].join("\n");
  assertEquals(
    plainWords(text),
    "In [chapter ], not in [Chapter 7]: [A] 3. [B] | a | 2 | ```sh run 5 ```",
  );
});

Deno.test("unheldNumbers() names what is gone, doubled, wrong and new", () => {
  const text = "one day of 500 steps, 2 traders";
  const held = [{ text: "500 steps" }, { text: "2 traders" }];
  assertEquals(unheldNumbers(text, held), []);
  assertEquals(unheldNumbers(`${text}, 7 days`, held).length, 1);
  assertEquals(unheldNumbers(text.replace("500", "501"), held).length, 2);
  assertEquals(unheldNumbers(`${text} and 500 steps`, held), ["README says 2 times: 500 steps"]);
  const wrong = [{ text: "500 steps", holds: false }, { text: "2 traders" }];
  assertEquals(unheldNumbers(text, wrong), ["README is wrong: 500 steps"]);
  assert(unheldNumbers("", held).length === 2);
});
