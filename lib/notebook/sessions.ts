import { checkThat } from "../check.ts";
import type { Session } from "../trading/session.ts";

/** Refuses anything but a list of at least one session. */
export function checkSessions(action: string, sessions: readonly Session[]): void {
  const count = Array.isArray(sessions) ? `${sessions.length} sessions` : typeof sessions;
  const ok = Array.isArray(sessions) && sessions.length > 0;
  checkThat(action, "sessions", "a list of at least one session", count, ok);
}
