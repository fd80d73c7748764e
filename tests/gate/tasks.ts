/** A task, as deno.json has it. */
export interface Task {
  /** What it does, in a line. */
  readonly description: string;
  /** Its whole command line, permissions included. */
  readonly command: string;
}

/** Every task of the project by its name. */
export const tasks: Readonly<Record<string, Task>> = JSON.parse(
  Deno.readTextFileSync(new URL("../../deno.json", import.meta.url)),
).tasks;
