import { publishedModel, publishedTables } from "../../lib/scenario/published_tables.ts";
import { exactMoments } from "../../lib/theory/exact_moments.ts";
import { type Paper, toDigits } from "./paper.ts";
import { simulatedTables } from "./simulated_tables.ts";

/** The preprint's tables, which another rule made: two of their numbers do not reproduce. */
export const avellanedaStoikov2006: Paper = {
  name: "AS 2006",
  reference: "Avellaneda, Stoikov: the preprint of 24 April 2006",
  numbers() {
    const rows = publishedTables.filter((row) =>
      row.edition === "2006" && row.strategy === "inventory"
    );
    const spreads = ["1.29", "1.33", "1.15"].flatMap((printed, i) =>
      toDigits("printed", `table ${i + 1}`, [
        [`spread, γ ${rows[i].riskAversion}`, printed, publishedModel(rows[i]).spread],
      ])
    );
    const { market, grid, trader } = publishedModel(rows[1]);
    const { finalInventory } = exactMoments({ market, grid }, trader);
    return [
      ...spreads,
      ...simulatedTables("2006"),
      ...toDigits("formula", "table 2, exact", [
        ["sd of final q, inventory, γ 0.01", "5.205", finalInventory.sd],
      ]),
    ];
  },
};
