/**
 * A command of deno in the form in which this run was started, for hints that a person types: who came by `npx`
 * has no `deno`.
 *
 * @param words What follows `deno`, such as `task lab`.
 * @returns `deno task lab` or `npx -y deno@2.9.6 task lab`.
 */
export function denoCommand(words: string): string {
  return commandStartedBy(lifecycleEvent(), words);
}

/** The same, told which of npm's lifecycle events has started this run: `npx` is one. */
export function commandStartedBy(event: string | undefined, words: string): string {
  return event === "npx" ? `npx -y deno@${Deno.version.deno} ${words}` : `deno ${words}`;
}

function lifecycleEvent(): string | undefined {
  const variable = "npm_lifecycle_event";
  const { state } = Deno.permissions.querySync({ name: "env", variable });
  return state === "granted" ? Deno.env.get(variable) : undefined;
}
