import { publishedModel, publishedTables } from "../../lib/scenario/published_tables.ts";
import { exactMoments } from "../../lib/theory/exact_moments.ts";
import { type Paper, toDigits } from "./paper.ts";
import { printedSpreads, simulatedTables } from "./simulated_tables.ts";

/** The preprint's tables, which another rule made: two of their numbers do not reproduce. */
export const avellanedaStoikov2006: Paper = {
  name: "AS 2006",
  reference: "Avellaneda, Stoikov: the preprint of 24 April 2006",
  numbers() {
    const second = publishedTables.find(({ edition, riskAversion }) =>
      edition === "2006" && riskAversion === 0.01
    )!;
    const { market, grid, trader } = publishedModel(second);
    const { finalInventory } = exactMoments({ market, grid }, trader);
    return [
      ...printedSpreads("2006", "spread", (row) => publishedModel(row).spread),
      ...simulatedTables("2006"),
      ...toDigits("formula", "table 2, exact", [
        ["sd of final q, inventory, γ 0.01", "5.205", finalInventory.sd],
      ]),
    ];
  },
};
