import {
  assertEquals,
  assertFalse,
  assertMatch,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { liftMathematics, setMathematics } from "../../lib/site/mathematics.ts";

const texOf = (markdown: string) => liftMathematics(markdown).formulas.map(({ tex }) => tex);

Deno.test("liftMathematics() finds formulas in a line, on lines of their own and in environments", () => {
  const { formulas, text } = liftMathematics(
    "With $a_1$ and\n$$\nb_1\n$$\nand\n\\begin{align}c &= d\\end{align}",
  );
  assertEquals(formulas, [
    { tex: "a_1", display: false },
    { tex: "\nb_1\n", display: true },
    { tex: "\\begin{align}c &= d\\end{align}", display: true },
  ]);
  assertEquals(text, "With \uE0000\uE001 and\n\uE0001\uE001\nand\n\uE0002\uE001");
});

Deno.test("liftMathematics() leaves code, escaped dollars and separate paragraphs alone", () => {
  assertEquals(texOf("`$a$` and ``$b ` $c``"), []);
  assertEquals(texOf("```ts\nconst x = `$a$`;\n```\n"), []);
  assertEquals(texOf("~~~\n$a$\n~~~\nthen $b$"), ["b"]);
  assertEquals(texOf("costs \\$5 and \\$6"), []);
  assertEquals(texOf("one dollar $5\n\nand $6"), []);
  assertEquals(texOf("escaped $\\$5$"), ["\\$5"]);
});

Deno.test("setMathematics() sets formulas as HTML and as MathML", () => {
  const { text, formulas } = liftMathematics("$\\gamma$ $$\\gamma$$");
  const html = setMathematics(text, formulas);
  assertStringIncludes(html, "<math");
  assertEquals(html.split("katex-display").length - 1, 1);
  assertFalse(/[\uE000\uE001]/.test(html));
});

Deno.test("setMathematics() keeps a short formula and the stop after it on one line", () => {
  const set = (markdown: string) => {
    const { text, formulas } = liftMathematics(markdown);
    return setMathematics(text, formulas);
  };
  for (const stop of [".", ",", ":", "?", ")."]) {
    assertMatch(
      set(`of $a$${stop} Then`),
      new RegExp(`class="unbroken">.*</span>[${stop}]+</span> Then$`, "s"),
    );
  }
  const long = Array.from({ length: 12 }, (_, i) => `a_{${i}}`).join(" + ");
  for (const free of ["of $a$ and", "of $$a$$. Then", `of $${long}$. Then`]) {
    assertFalse(set(free).includes("unbroken"), free);
  }
});

Deno.test("setMathematics() refuses what is not TeX, and shows it", () => {
  assertThrows(
    () => setMathematics("\uE0000\uE001", [{ tex: "\\frac{1}", display: false }]),
    Error,
    "Cannot set the formula \\frac{1}:",
  );
});
