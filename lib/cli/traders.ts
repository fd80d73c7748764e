import { suggestion } from "../nearest_name.ts";
import { traderLabel, type TraderName, traderNames } from "../scenario/named_traders.ts";
import { type Flag, UsageError } from "./flags.ts";
import { helpRows } from "./help_text.ts";

/**
 * `--traders`: names from the library's one table, with commas between them.
 *
 * @param names The names there are. @default {every trader of a scenario}
 * @param otherwise Who trades where nobody is named.
 */
export function tradersFlag<Name extends TraderName>(
  names: readonly Name[],
  otherwise: readonly Name[],
): Flag<readonly Name[]> {
  return {
    about: "who trades, with commas between the names",
    placeholder: "NAME,…",
    rule: `any of ${names.join(", ")}`,
    otherwise: otherwise.join(","),
    repeats: false,
    read: (flag, texts) => texts.length === 0 ? otherwise : readNames(`--${flag}`, texts[0], names),
  };
}

/** `--trader`: one name from the same table. */
export function traderFlag(about: string, otherwise: TraderName): Flag<TraderName> {
  return {
    about,
    placeholder: "NAME",
    rule: `one of ${traderNames.join(", ")}`,
    otherwise,
    repeats: false,
    read: (flag, texts) =>
      texts.length === 0 ? otherwise : readNames(`--${flag}`, texts[0], traderNames, 1)[0],
  };
}

function readNames<Name extends string>(
  flag: string,
  text: string,
  names: readonly Name[],
  most = names.length,
): readonly Name[] {
  const given = text.split(",").map((name) => name.trim());
  if (given.length > most) {
    throw new UsageError(`Cannot read ${flag} as it takes one name: ${text}`);
  }
  return given.map((name, i) => {
    const found = names.find((one) => one === name);
    if (found === undefined) {
      throw new UsageError(
        `Cannot read ${flag} as there is no trader ${JSON.stringify(name)}: ${
          suggestion(name, names)
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
