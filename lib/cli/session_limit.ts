import { UsageError } from "./flags.ts";

/** A step of a session takes about as much memory as so many of a tape. */
const SESSION = 10;

/**
 * Refuses a backtest whose sessions would not fit beside its tape: each keeps every step, and all are kept until
 * they are compared.
 *
 * @param steps Steps traded.
 * @param traders How many trade them.
 * @param maximumSteps The most steps that a tape may have.
 * @throws {UsageError} Where there are too many.
 */
export function checkSessions(steps: number, traders: number, maximumSteps: number): void {
  const most = Math.ceil(maximumSteps / SESSION);
  if (steps * traders <= most) return;
  throw new UsageError(
    `Cannot trade the recording as steps traded, times traders, must be at most ${most}: current value is ` +
      `${steps} × ${traders}; take a longer --dt, a larger --train, fewer --traders, or allow more ` +
      "--maximum-steps and memory",
  );
}
