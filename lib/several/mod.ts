/**
 * A market maker of several assets that move together: their tapes, the strategy that quotes them all, the
 * loop that trades them, and its exact moments.
 *
 * What stands for one asset — flows, grids, terms of execution — is `@digital-market-maker/lab`'s.
 *
 * @module
 */
export { drawTapes, type MarketOfSeveral } from "./draw_tapes.ts";
export {
  exactMomentsOfSeveral,
  type SeveralMoments,
  type SeveralOptions,
} from "./exact_moments_of_several.ts";
export {
  type GueantLehalleMany,
  gueantLehalleMany,
  type GueantLehalleManyOptions,
} from "./gueant_lehalle_many.ts";
export {
  gueantLehalleManyClosedForm,
  type GueantLehalleManyClosedFormOptions,
} from "./gueant_lehalle_many_closed_form.ts";
export { type AssetBeliefs } from "./many_beliefs.ts";
export { type ManySituation, type ManyStrategy } from "./many_situation.ts";
export { tradeSeveral } from "./trade_several.ts";
