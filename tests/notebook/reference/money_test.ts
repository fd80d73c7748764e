import { assertEquals } from "@std/assert";
import { withMoney } from "../../../lib/notebook/reference/money.ts";

const texts: readonly (readonly [text: string, shown: string])[] = [
  ["Depth, in $; 0.1 to 2", "Depth, in \\$; 0.1 to 2"],
  [
    "Decay, in 1/$; 1 to 5. Volatility, in $ a step",
    "Decay, in 1/\\$; 1 to 5. Volatility, in \\$ a step",
  ],
  ["Costs 3 $, not 4 $.", "Costs 3 \\$, not 4 \\$."],
  ["Risk aversion $\\gamma$, in 1/$", "Risk aversion $\\gamma$, in 1/\\$"],
  ["$$ a + b $$ and $x$, $y_1$", "$$ a + b $$ and $x$, $y_1$"],
  ["A formula $a +\nb$ over two lines", "A formula $a +\nb$ over two lines"],
  ["`$HOME` is code, and \\$ is money", "`$HOME` is code, and \\$ is money"],
  ["```ts\nconst a = `$`;\n```\n\nin $", "```ts\nconst a = `$`;\n```\n\nin \\$"],
  ["none", "none"],
];

for (const [text, shown] of texts) {
  Deno.test(`withMoney() gives ${JSON.stringify(shown)}, and the same again`, () => {
    assertEquals(withMoney(text), shown);
    assertEquals(withMoney(shown), shown);
  });
}
