import * as lab from "@digital-market-maker/lab";
import * as frames from "@digital-market-maker/lab/frames";
import * as notebook from "@digital-market-maker/lab/notebook";
import * as several from "@digital-market-maker/lab/several";
import { assert, assertEquals } from "@std/assert";
import { parametersOf } from "./door_types.ts";
import { at, type Path, recordsOf, withValue } from "./records.ts";
import { engineCalls, framesCalls, notebookCalls, severalCalls } from "./valid_calls.ts";
import { mayBe, wrongValues } from "./wrong_values.ts";

const doors = [
  [lab, engineCalls],
  [several, severalCalls],
  [notebook, notebookCalls],
  [frames, framesCalls],
] as const;

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

for (const [door, calls] of doors) {
  for (const [name, call] of Object.entries<unknown>({ ...door })) {
    if (typeof call !== "function") continue;
    const right: () => readonly unknown[] = Reflect.get(calls, name);

    Deno.test(`${name}() answers wrong arguments with a sentence about them`, async () => {
      assertEquals(
        await fault(() => call(...right()), true),
        undefined,
        `${name}() as it should be`,
      );
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
          if (found !== undefined) {
            faults.push(`${words} as ${name}(… ${path.join(".")} …) ${found}`);
          }
        }
      }
      assert(faults.length === 0, faults.join("\n"));
    });
  }
}

Deno.test("arguments in the wrong order are told", async () => {
  for (const [door, calls] of doors) {
    for (const [name, call] of Object.entries<unknown>({ ...door })) {
      const right: readonly unknown[] = Reflect.get(calls, name)?.() ?? [];
      if (typeof call !== "function" || right.length < 2) continue;
      const [first, second] = parametersOf(name);
      const fits = mayBe(first.type, right[1]) && mayBe(second.type, right[0]);
      const swapped = [right[1], right[0], ...right.slice(2)];
      const alike = typeof right[0] === typeof right[1] && at(right, [0]) !== undefined;
      assertEquals(
        await fault(() => call(...swapped), fits || alike),
        undefined,
        `${name}() swapped`,
      );
    }
  }
});
