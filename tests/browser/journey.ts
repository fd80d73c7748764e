/**
 * What a person with only a browser does: changes chapter 6 and runs it, and compares a strategy of their own in a new
 * notebook. Said once for whatever drives a browser.
 */
import { assert, assertEquals, assertStringIncludes } from "../gate/std_assert.ts";
import { type Notebook, outputsOf } from "../../lib/notebook_files/notebook_file.ts";

/** A window of a browser. */
export interface Visitor {
  evaluate<T>(action: () => T | Promise<T>): Promise<T>;
  /** Waits until it holds; as long as a busy machine needs. */
  until(holds: () => boolean): Promise<unknown>;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  picture(name: string): Promise<unknown>;
  /** Presses the button for a new notebook, and answers its window. */
  newNotebook(): Promise<Visitor>;
}

/** Waits until the notebook's kernel is there and has nothing to do. */
export async function idle({ until }: Visitor): Promise<void> {
  await until(() => {
    const { currentWidget } = Reflect.get(globalThis, "jupyterapp")?.shell ?? {};
    return currentWidget?.context?.sessionContext?.session?.kernel?.status === "idle";
  });
}

async function notebook(visitor: Visitor): Promise<Notebook> {
  return await visitor.evaluate(() =>
    Reflect.get(globalThis, "jupyterapp").shell.currentWidget.content.model.toJSON()
  );
}

/** All outputs of the cell whose source holds some words. */
async function outputOf(visitor: Visitor, words: string): Promise<string> {
  const { cells } = await notebook(visitor);
  const cell = cells.find(({ source }) => [source].flat().join("").includes(words));
  assert(cell !== undefined, `there is a cell with ${words}`);
  return JSON.stringify(outputsOf(cell));
}

async function runAll(visitor: Visitor): Promise<void> {
  await visitor.evaluate(() =>
    Reflect.get(globalThis, "jupyterapp").commands.execute("notebook:run-all-cells")
  );
  await idle(visitor);
}

/** A strategy of one's own beside the README's two, as somebody types it who has read chapter 6. */
const own = [
  'import { compare, scenario, type Strategy } from "@digital-market-maker/lab";',
  'const readme = scenario("readme");',
  "const depth = 0.7, lean = 0.05;",
  'const mine: Strategy = { name: "mine", readsPrice: false, readsTime: false, ' +
  "quote: ({ inventory: q }) => ({ bidDepth: depth + lean * q, askDepth: depth - lean * q }) };",
  "const traders = { ...readme.traders, mine: { ...readme.traders.as, strategy: mine } };",
  "compare(readme, traders, { paths: 500, seed: 42 });",
];

/**
 * Writes a strategy in a new notebook, begun from the one that is open, and compares it with AS.
 *
 * @param visitor A window with a notebook.
 * @returns The new notebook's path.
 */
export async function ownStrategy(visitor: Visitor): Promise<string> {
  const fresh = await visitor.newNotebook();
  await idle(fresh);
  await fresh.until(() => {
    const { content } = Reflect.get(globalThis, "jupyterapp").shell.currentWidget;
    content.activate();
    content.mode = "edit";
    return content.activeCell.editor?.hasFocus() === true;
  });
  for (const [i, line] of own.entries()) {
    if (i > 0) await fresh.keyboard.press("Enter");
    await fresh.keyboard.type(line);
  }
  await fresh.keyboard.press("Control+Enter");
  await fresh.until(() => {
    const { content } = Reflect.get(globalThis, "jupyterapp").shell.currentWidget;
    return content.widgets[0].model.executionCount === 1;
  });
  await idle(fresh);
  const { cells } = await notebook(fresh);
  assertEquals(cells[0].source, own.join("\n"));
  const compared = await outputOf(fresh, "compare(readme");
  for (const name of ["naive", "as", "mine"]) assertStringIncludes(compared, name);
  await fresh.picture("journey-own-strategy");
  return await fresh.evaluate(() =>
    Reflect.get(globalThis, "jupyterapp").shell.currentWidget.context.path
  );
}

/** Gives chapter 6, open in the window, another risk aversion, and sees another dashboard. */
export async function journey(visitor: Visitor): Promise<void> {
  await idle(visitor);
  const before = await outputOf(visitor, "dashboardFigure([naive, as]");
  // The setting's cell, found as a person does, and changed by the keyboard.
  await visitor.until(() => {
    const { content } = Reflect.get(globalThis, "jupyterapp").shell.currentWidget;
    content.activeCellIndex = content.widgets.findIndex((
      { model }: { model: { sharedModel: { getSource(): string } } },
    ) => model.sharedModel.getSource().startsWith('const readme = scenario("readme");'));
    content.activate();
    content.mode = "edit";
    return content.activeCell.editor?.hasFocus() === true;
  });
  await visitor.keyboard.press("Control+Home");
  await visitor.keyboard.press("End");
  for (const _ of ");") await visitor.keyboard.press("Backspace");
  // The editor closes by itself the braces that it has seen opened.
  await visitor.keyboard.type(", { riskAversion: 0.1 });");
  await visitor.until(() => {
    const { content } = Reflect.get(globalThis, "jupyterapp").shell.currentWidget;
    return content.activeCell.model.sharedModel.getSource().split("\n")[0] ===
      'const readme = scenario("readme", { riskAversion: 0.1 });';
  });
  await runAll(visitor);
  const after = await outputOf(visitor, "dashboardFigure([naive, as]");
  assertStringIncludes(after, "plotly");
  assert(before !== after, "another risk aversion is another dashboard");
  await visitor.evaluate(() => {
    const { content } = Reflect.get(globalThis, "jupyterapp").shell.currentWidget;
    return content.scrollToItem(
      content.widgets.findIndex((
        { model }: { model: { sharedModel: { getSource(): string } } },
      ) => model.sharedModel.getSource().includes("dashboardFigure([naive, as]")),
      "start",
    );
  });
  // In sight, the chart is a live one.
  await visitor.until(() =>
    document.querySelector(".jp-RenderedPlotly .js-plotly-plot .scatterlayer") !== null
  );
  await visitor.picture("journey-chapter");
}
