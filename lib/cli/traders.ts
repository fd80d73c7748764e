import { suggestion } from "../nearest_name.ts";
import { traderLabel, type TraderName, traderNames } from "../scenario/named_traders.ts";
import { type Flag, flag, UsageError } from "./flags.ts";
import { helpRows } from "./help_text.ts";

/** `--traders`: names from the library's one table, with commas between them. */
export function tradersFlag(otherwise: readonly TraderName[]): Flag<readonly TraderName[]> {
  const kind = {
    rule: `any of ${traderNames.join(", ")}`,
    read: (text: string) => readNames("--traders", text),
  };
  return flag("NAME,…", kind, "who trades, with commas between the names", otherwise.join(","));
}

/** `--trader`: one name from the same table. */
export function traderFlag(about: string, otherwise: TraderName): Flag<TraderName> {
  const kind = {
    rule: `one of ${traderNames.join(", ")}`,
    read(text: string) {
      if (!text.includes(",")) return readNames("--trader", text)[0];
      throw new UsageError(`Cannot read --trader as it takes one name: ${text}`);
    },
  };
  return flag("NAME", kind, about, otherwise);
}

function readNames(flag: string, text: string): readonly TraderName[] {
  const given = text.split(",").map((name) => name.trim());
  return given.map((name, i) => {
    const found = traderNames.find((one) => one === name);
    if (found === undefined) {
      throw new UsageError(
        `Cannot read ${flag} as there is no trader ${JSON.stringify(name)}: ${
          suggestion(name, traderNames)
        }`,
      );
    }
    if (given.indexOf(name) < i) {
      throw new UsageError(`Cannot read ${flag} as it has ${name} twice`);
    }
    return found;
  });
}

/** The traders' names with what they stand for, for the help. */
export function tradersHelp(): string {
  return `Names of --traders:\n${helpRows(traderNames.map((name) => [name, traderLabel(name)]))}`;
}
