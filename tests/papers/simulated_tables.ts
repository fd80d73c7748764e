import { comparePublished } from "../../lib/scenario/compare_published.ts";
import { type PublishedRow, publishedTables } from "../../lib/scenario/published_tables.ts";
import { type PaperNumber, toDigits } from "./paper.ts";

/** The spread that each table of an edition prints, beside ours. */
export function printedSpreads(
  edition: PublishedRow["edition"],
  quantity: string,
  ours: (row: PublishedRow) => number,
): readonly PaperNumber[] {
  return publishedTables.filter((row) => row.edition === edition && row.strategy === "inventory")
    .flatMap((row, i) =>
      toDigits("printed", `table ${i + 1}`, [
        [`${quantity}, γ ${row.riskAversion}`, row.spread.toFixed(2), ours(row)],
      ])
    );
}

/**
 * The tables of Avellaneda and Stoikov: simulated there, exact here, so a number agrees within three standard
 * errors of a thousand sessions and half a unit of its last digit.
 *
 * @param edition The journal's tables or the preprint's.
 */
export function simulatedTables(edition: PublishedRow["edition"]): readonly PaperNumber[] {
  const rows = publishedTables.filter((row) => row.edition === edition);
  return comparePublished(rows).flatMap(
    ({ row, profit, profitSd, finalInventorySd }, i) => {
      const place = `table ${Math.floor(i / 2) + 1}`;
      const decimals = edition === "2008" ? 1 : 2;
      const columns = [
        ["mean profit", profit],
        ["sd of profit", profitSd],
        ["sd of final q", finalInventorySd],
      ] as const;
      return columns.map(([name, { published, exact, standardError, z, agrees }]): PaperNumber => ({
        place,
        quantity: `${name}, ${row.strategy}, γ ${row.riskAversion}`,
        source: "printed",
        theirs: published.toFixed(decimals),
        ours: exact,
        within: 3 * standardError + row.digit / 2,
        ...agrees ? {} : {
          differs:
            `exact is ${exact.toFixed(3)} in the model that gives the table's other numbers: ` +
            `the printed one is ${Math.abs(z).toFixed(1)} standard errors of 1000 sessions away`,
        },
      }));
    },
  );
}
