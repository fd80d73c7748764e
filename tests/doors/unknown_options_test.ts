import * as lab from "@digital-market-maker/lab";
import { assert, assertRejects, assertStringIncludes } from "@std/assert";
import { at, recordsOf, withValue } from "./records.ts";
import { everyCall } from "./every_call.ts";

for (const { name, call, right } of everyCall) {
  Deno.test(`${name}() refuses options that do not exist, wherever they stand, and suggests the nearest`, async () => {
    assert(right !== undefined, `tests/doors/valid_calls.ts has no call of ${name}()`);
    for (const { path, fields } of recordsOf(name, right())) {
      for (const { name: field } of fields) {
        const wrong = `${field}${field.at(-1)}`;
        const args = right();
        const record = { ...at(args, path) as object, [wrong]: 1 };
        const error = await assertRejects(
          async () => await call(...withValue(args, path, record)),
          TypeError,
        );
        const where = `${name}: ${path.join(".")}.${wrong}: ${error.message}`;
        assertStringIncludes(error.message, `has no option ${wrong}: did you mean `, where);
      }
    }
  });
}

Deno.test("options under a formula's letter lead to the words", async () => {
  const letters: readonly [string, string, (options: never) => unknown, object][] = [
    ["gamma", "riskAversion", lab.avellanedaStoikov, {}],
    ["γ", "riskAversion", lab.gueantLehalle, {}],
    ["sigma", "volatility", lab.arithmeticBrownian, {}],
    ["σ", "volatility", lab.geometricBrownian, {}],
    ["A", "scale", lab.poissonFlow, {}],
    ["k", "decay", lab.poissonFlow, {}],
    ["mu", "drift", lab.arithmeticBrownian, {}],
    ["kappa", "pull", lab.ornsteinUhlenbeck, {}],
    ["T", "horizon", lab.timeGrid, {}],
    ["N", "steps", lab.timeGrid, {}],
    ["dt", "steps", lab.timeGrid, {}],
    ["Q", "maxInventory", lab.gueantLehalle, {}],
    ["q", "maxInventory", lab.gueantLehalle, {}],
    ["q", "limit", lab.execution, {}],
    ["xi", "impact", lab.execution, {}],
    ["delta", "halfSpread", lab.naive, {}],
    ["spread", "halfSpread", lab.naive, {}],
    ["S0", "initialPrice", lab.arithmeticBrownian, {}],
    ["S", "initialPrice", lab.arithmeticBrownian, {}],
    ["phi", "runningPenalty", lab.carteaJaimungal, {}],
    ["n", "paths", (options: never) => lab.compare(lab.scenario("paper"), undefined, options), {}],
  ];
  for (const [letter, word, build, options] of letters) {
    const { message } = await assertRejects(
      async () => await build({ ...options, [letter]: 1 } as never),
      TypeError,
    );
    assertStringIncludes(message, `has no option ${letter}: did you mean ${word}?`);
  }
});
