import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { type Command, help } from "../../lib/cli/command.ts";
import { flag, optional, readArguments, toggle, UsageError } from "../../lib/cli/flags.ts";
import { textTable } from "../../lib/cli/table.ts";
import { anyText, number, whole } from "../../lib/cli/values.ts";

const flags = {
  paths: flag("N", whole(), "number of tapes", "1000"),
  latency: flag("MS", number({ least: 0 }), "delay", "0"),
  limit: optional("Q", number(), "the most units", "none"),
  name: flag("TEXT", anyText, "any name", "one"),
  json: toggle("one JSON object"),
};

Deno.test("readArguments() reads values after a space or an equals sign, words in between, and defaults", () => {
  assertEquals(readArguments([], flags), {
    values: { paths: 1000, latency: 0, limit: undefined, name: "one", json: false },
    words: [],
  });
  const line = ["a", "--paths", "1e6", "--limit=-.5", "b", "--json", "-", "--", "--name"];
  assertEquals(readArguments(line, flags), {
    values: { paths: 1e6, latency: 0, limit: -0.5, name: "one", json: true },
    words: ["a", "b", "-", "--name"],
  });
  assertEquals(readArguments(["--limit", "-5", "--name", "-x=--y"], flags).values.limit, -5);
  assertEquals(readArguments(["--name=a=b"], flags).values.name, "a=b");
});

Deno.test("readArguments() says in one sentence what is wrong", () => {
  const wrong: readonly (readonly [line: readonly string[], message: string])[] = [
    [
      ["--latency", "-5"],
      'Cannot read --latency as it must be a number >= 0: current value is "-5"',
    ],
    [["--latency=-5"], 'Cannot read --latency as it must be a number >= 0: current value is "-5"'],
    [["--paths"], "Cannot read --paths as its value is missing: --paths N"],
    [["--paths", "--json"], "Cannot read --paths as its value is missing: --paths N"],
    [["--name="], 'Cannot read --name as it must be some text: current value is ""'],
    [["--name", ""], 'Cannot read --name as it must be some text: current value is ""'],
    [["--json=yes"], 'Cannot read --json as it takes no value: got "yes"'],
    [["--json", "--json"], "Cannot read --json as it is given twice"],
    [["--pahts", "3"], "Cannot read --pahts as there is no such flag: did you mean --paths?"],
    [["-json"], "Cannot read -json as there is no such flag: did you mean --json?"],
    [["--toString"], "Cannot read --toString as there is no such flag: there are --paths"],
  ];
  for (const [line, message] of wrong) {
    const error = assertThrows(() => readArguments(line, flags), UsageError);
    assertStringIncludes(error.message, message);
  }
});

Deno.test("help() tells each flag's value, rule and default, in lines of at most 100 characters", () => {
  const command: Command<typeof flags> = {
    name: "try",
    words: "FILE…",
    about: "Tries.",
    flags,
    run: () => 0,
  };
  assertEquals(
    help(command),
    `Usage: deno task try FILE… [flags]

Tries.

  --paths N      number of tapes (a whole number >= 1; default 1000)
  --latency MS   delay (a number >= 0; default 0)
  --limit Q      the most units (a number; default none)
  --name TEXT    any name (default one)
  --json         one JSON object
  --help         this text`,
  );
  const about = "word ".repeat(60).trim();
  const long = help({ name: "try", about: "Tries.", flags: { long: toggle(about) }, run: () => 0 });
  assertEquals(long.split("\n").every((line) => line.length <= 100), true);
  assertStringIncludes(long.replace(/\s+/g, " "), about);
});

Deno.test("textTable() refuses two columns with one heading", () => {
  const message = "Cannot lay out a table as 95 % heads it twice";
  assertThrows(() => textTable([["a", "95 %", "95 %"]]), RangeError, message);
});
