/**
 * Beliefs that market makers compared with one another may be given as one record: who does not need one
 * leaves it unread. What changes a quote where it is read, such as a drift, is not among them.
 */
export const sharedBeliefKeys = {
  riskAversion: true,
  volatility: true,
  scale: true,
  decay: true,
  orderSize: true,
  maxInventory: true,
  horizon: true,
  steps: true,
} as const;
