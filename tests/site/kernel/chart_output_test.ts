import { assertEquals } from "@std/assert";
import { PLOTLY_TYPE } from "../../../lib/notebook/media.ts";
import { chartOutputs, type WidgetClass } from "../../../lib/site/kernel/chart_output.ts";

/** As much of an element as an output needs. */
class Place {
  firstElementChild: unknown;
  onload?: () => void;
  replaceChildren(child: unknown): void {
    this.firstElementChild = child;
  }
}

class Widget {
  readonly node = new Place();
  isDisposed = false;
  addClass(): void {}
  dispose(): void {
    this.isDisposed = true;
  }
}

Deno.test("a chart is live once it is in sight, unless it was closed while Plotly came", async () => {
  const told: string[] = [];
  const scripts: Place[] = [];
  let show: (seen: readonly unknown[]) => void = () => {};
  const page = {
    IntersectionObserver: class {
      constructor(callback: typeof show) {
        show = callback;
      }
      observe(): void {}
      unobserve(): void {}
    },
    document: {
      createElement: () => new Place(),
      head: { append: (script: Place) => scripts.push(script) },
    },
    Plotly: {
      react: (_: Place, data: string) => void told.push(`draws ${data}`),
      purge: () => told.push("forgets"),
    },
  };
  for (const [name, value] of Object.entries(page)) Reflect.set(globalThis, name, value);
  try {
    const Output = chartOutputs(Widget as unknown as WidgetClass, "plotly.js");
    const [stays, closed] = ["one", "other"].map((data) => {
      const output = new Output();
      Reflect.get(output, "renderModel").call(output, {
        data: { [PLOTLY_TYPE]: { data, layout: {} } },
      });
      return output;
    });
    assertEquals(told, []);
    for (const { node } of [stays, closed]) show([{ isIntersecting: true, target: node }]);
    assertEquals(scripts.length, 1);
    closed.dispose();
    scripts[0].onload!();
    await new Promise((resolve) => setTimeout(resolve));
    assertEquals(told, ["draws one"]);
    stays.dispose();
    assertEquals(told, ["draws one", "forgets"]);
  } finally {
    for (const name of Object.keys(page)) Reflect.deleteProperty(globalThis, name);
  }
});
