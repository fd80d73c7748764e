import { assert, assertEquals } from "@std/assert";
import { parametersOf } from "./door_types.ts";
import { type Path, recordsOf, withValue } from "./records.ts";
import { everyCall } from "./every_call.ts";
import { mayBe, wrongValues } from "./wrong_values.ts";

/** What JavaScript says, and nobody else should. */
const riddles =
  /is not a function|is not iterable|Cannot read propert|Cannot destructure|Cannot convert|Cannot mix|Cannot use 'in'|is not a constructor|object Object|Invalid (?:array|typed)/;

/** What is wrong with how a call ended; undefined where nothing is. */
async function fault(call: () => unknown, right: boolean): Promise<string | undefined> {
  try {
    await call();
    return right ? undefined : "is taken";
  } catch (error) {
    if (!(error instanceof Error)) return `throws ${error}`;
    const told = /^Cannot .+ (?:as|:) ?/.test(error.message) || /^Cannot open /.test(error.message);
    return told && !riddles.test(error.message) ? undefined : `says: ${error.message}`;
  }
}

for (const { name, call, right } of everyCall) {
  Deno.test(`${name}() answers wrong arguments with a sentence about them`, async () => {
    assertEquals(await fault(() => call(...right()), true), undefined, `${name}() as it should be`);
    const places = [
      ...parametersOf(name).map((place, i) => ({ ...place, path: [i] as Path })),
      ...recordsOf(name, right()).flatMap(({ path, fields }) =>
        fields.map((field) => ({ ...field, path: [...path, field.name] }))
      ),
    ];
    const faults: string[] = [];
    for (const { type, optional, path } of places) {
      for (const [words, value] of Object.entries(wrongValues)) {
        if (value === undefined && optional) continue;
        const args = withValue(right(), path, value);
        const found = await fault(() => call(...args), mayBe(type, value));
        if (found !== undefined) faults.push(`${words} as ${name}(… ${path.join(".")} …) ${found}`);
      }
    }
    assert(faults.length === 0, faults.join("\n"));
  });
}

Deno.test("arguments in the wrong order are told", async () => {
  for (const { name, call, right } of everyCall) {
    const [first, second, ...rest] = right();
    if (second === undefined) continue;
    const [one, other] = parametersOf(name);
    const alike = typeof first === typeof second && typeof first !== "object";
    const fits = alike || mayBe(one.type, second) && mayBe(other.type, first);
    const found = await fault(() => call(second, first, ...rest), fits);
    assertEquals(found, undefined, `${name}() swapped`);
  }
});
