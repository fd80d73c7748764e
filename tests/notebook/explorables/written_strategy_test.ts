import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { readExpression } from "../../../lib/notebook/explorables/expression.ts";
import { writtenStrategy } from "../../../lib/notebook/explorables/written_strategy.ts";

const beliefs = { riskAversion: 0.1, volatility: 2, scale: 140, decay: 1.5 };
const situation = { time: 3, timeLeft: 7, midPrice: 100, inventory: -2 };
const written = (text: string) => writtenStrategy(text, { dt: 1, beliefs });
const numberOf = (text: string, names: Readonly<Record<string, number>> = {}) => {
  const read = readExpression(text, Object.keys(names));
  return read.value(new Map(Object.entries(names)));
};

Deno.test("readExpression() comes to what JavaScript comes to, over random arithmetic", () => {
  const leaf = fc.oneof(
    fc.constantFrom("x", "y", "PI"),
    fc.double({ min: 0, max: 1e3, noNaN: true }).map((number) => number.toFixed(3)),
  );
  const { tree } = fc.letrec<{ tree: string; leaf: string }>((tie) => ({
    leaf,
    tree: fc.oneof(
      { depthSize: "small" },
      tie("leaf"),
      fc.tuple(fc.constantFrom("+", "-", "*", "<", ">="), tie("tree"), tie("tree")).map(
        ([sign, a, b]) =>
          /[<>]/.test(sign) ? `(${a} ${sign} ${b} ? ${a} : ${b})` : `(${a} ${sign} ${b})`,
      ),
      // Without brackets, so that precedence is held to as well; x is above −10, so nothing is divided by 0.
      fc.tuple(fc.constantFrom("+", "-", "*", "/"), tie("leaf"), tie("leaf"), tie("leaf")).map(
        ([sign, a, b, c]) => `(${a} - ${b} ${sign} (${c} + 10) * 2 ** 0.5)`,
      ),
      fc.tuple(fc.constantFrom("abs", "tanh", "atan"), tie("tree")).map(([f, a]) => `${f}(${a})`),
      fc.tuple(fc.constantFrom("min", "max"), tie("tree"), tie("tree")).map(
        ([f, a, b]) => `${f}(${a}, ${b})`,
      ),
    ),
  }));
  fc.assert(fc.property(tree, fc.integer({ min: -9, max: 9 }), (text, x) => {
    const { PI, abs, tanh, atan, min, max } = Math;
    const names = { PI, abs, tanh, atan, min, max, x, y: 2.5 };
    const truth = new Function(...Object.keys(names), `return ${text};`)(...Object.values(names));
    assertEquals(numberOf(text, { x, y: 2.5 }), truth);
  }));
});

Deno.test("writtenStrategy() reads lines that use lines above, beliefs and functions", () => {
  const { quote, readsPrice, readsTime } = written(
    "// Avellaneda and Stoikov\n" +
      "lean = riskAversion * volatility ** 2 * timeLeft\n\n" +
      "half = log(1 + riskAversion / decay) / riskAversion + lean / 2;\n" +
      "const bidDepth = half + lean * inventory\n" +
      "askDepth = inventory < -5 ? Infinity : half - lean * inventory // no more",
  );
  const half = Math.log(1 + 0.1 / 1.5) / 0.1 + 1.4;
  const { bidDepth, askDepth } = quote(situation);
  assertAlmostEquals(bidDepth, half - 5.6, 1e-12);
  assertAlmostEquals(askDepth, half + 5.6, 1e-12);
  assertEquals(quote({ ...situation, inventory: -6 }).askDepth, Infinity);
  assertEquals([readsPrice, readsTime], [false, true]);
  const other = written("bidDepth = midPrice / 100\naskDepth = 1 // timeLeft");
  assertEquals([other.readsPrice, other.readsTime], [true, false]);
});

Deno.test("writtenStrategy() refuses what it cannot read, by line and word", () => {
  const wrong = (line: string, message: string) => {
    const text = `askDepth = 1\n\nbidDepth = ${line}`;
    const says = `Cannot read the strategy as line 3 ${message}`;
    assertThrows(() => written(text), TypeError, says);
  };
  wrong("invntory", "has invntory: did you mean inventory?");
  wrong("gamma * 2", "has gamma: did you mean riskAversion?");
  wrong("exq(2)", "calls exq: did you mean exp?");
  wrong("exp", "has exp without its brackets");
  wrong("pow(2)", "gives pow 1 numbers: it takes 2");
  wrong("1 +", "cannot be read: Expected expression after +");
  wrong("1 2", "holds more than one expression");
  wrong("inventory > 0", "makes bidDepth true or false");
  wrong("inventory ? 1 : 2", "needs a comparison at ?");
  wrong("(inventory > 0) + 1", "needs a number at +");
  wrong("-inventory ** 2", "has a sign before **");
  wrong("'a'", "has 'a' that is not arithmetic");
  wrong("", "says nothing behind bidDepth =");
  for (const code of ["constructor", "toString", "globalThis", "document", "Math.constructor"]) {
    wrong(code, "has");
  }
  for (
    const code of ["x.y", "fetch('a')", "inventory['a']", "(1)(2)", "this", "[1]", "exp.call(1)"]
  ) {
    assertThrows(() => written(`askDepth = 1\nbidDepth = ${code}`), TypeError, "line 2");
  }
  const whole = (text: string, says: string) =>
    assertThrows(() => written(text), TypeError, `Cannot read the strategy as ${says}`);
  whole("hello", "line 1 must name a number");
  whole("bidDepth = 1", "no line says askDepth = …");
  whole("inventory = 3", "line 1 names inventory, which has a value already");
  whole("a = 1\na = 2", "line 2 names a, which has a value already");
  whole("exp = 1", "line 1 names exp, which is taken");
  whole("bidDepth = later\nlater = 1\naskDepth = 1", "line 1 has later");
  whole("BidDepth = 1\naskDepth = 1", "line 1 names BidDepth: did you mean bidDepth?");
});

Deno.test("writtenStrategy() never quotes what is no number, and says where it came from", () => {
  const wrong = (line: string, says: string) =>
    assertThrows(
      () => written(`bidDepth = 1\naskDepth = ${line}`).quote(situation),
      RangeError,
      says,
    );
  wrong(
    "sqrt(inventory)",
    "line 2, askDepth, comes to no number at sqrt where inventory is -2 at step 3",
  );
  wrong("sqrt(inventory) > 1 ? 1 : 2", "comes to no number at sqrt");
  wrong("0 / (inventory + 2)", "comes to no number at /");
  wrong("max(1, Infinity - Infinity)", "comes to no number at -");
  wrong("-1 / 0", "makes askDepth −∞");
});

Deno.test("writtenStrategy() answers any text with a strategy or an error of its own", () => {
  const words = [
    "bidDepth",
    "askDepth",
    "=",
    "=",
    "\n",
    "inventory",
    "(",
    ")",
    "+",
    "-",
    "**",
    "1",
    "?",
  ];
  const more = [
    ":",
    ".",
    ",",
    "[",
    "]",
    "exp",
    "Math",
    "'",
    "`",
    "//",
    ";",
    "{",
    "}",
    "==",
    "__proto__",
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...words, ...more), fc.string({ maxLength: 3 })));
  fc.assert(
    fc.property(text, (parts) => {
      try {
        const { bidDepth, askDepth } = written(parts.join(" ")).quote(situation);
        assert(!Number.isNaN(bidDepth) && !Number.isNaN(askDepth));
      } catch (error) {
        assert(error instanceof Error);
        assert(/^Cannot (read|quote) /.test(error.message), error.message);
      }
    }),
    { numRuns: 1000 },
  );
});
