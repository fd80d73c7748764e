import { sessionList } from "../kinds.ts";
import type { Session } from "../trading/session.ts";

/** Refuses anything but a list of at least one session. */
export function checkSessions(action: string, sessions: readonly Session[]): void {
  sessionList(action, "sessions", sessions);
}
