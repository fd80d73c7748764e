/** Why quotes were filled, or not. */
export interface FillCauses {
  /** Units filled by prints. */
  readonly prints: number;
  /** Units filled as the opposite best quote ran over ours, without a print that would have filled it. */
  readonly ranOver: number;
  /** Units that would have been filled too, had as much been printed as our order was large. */
  readonly missed: number;
  /** Units taken by quotes that crossed the book when they arrived. */
  readonly taken: number;
  /** Quotes rejected as they crossed the book when they arrived. */
  readonly rejected: number;
}
