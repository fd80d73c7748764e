import { assertEquals, assertMatch, assertNotEquals, assertStringIncludes } from "@std/assert";
import { displayMethod } from "../../lib/notebook/display.ts";
import { everyFigure, twoSessions } from "../notebook/figures/every_figure.ts";
import { startBrowser } from "./lab_session.ts";
import { layOver } from "./live_chart.ts";
import { hoverText } from "./plotly_page.ts";

Deno.test("a dashboard's legend stands free of ticks and titles, on opening and after four resizes", async () => {
  await using browser = await startBrowser();
  const page = await (await browser.newContext({ viewport: { width: 1300, height: 800 } }))
    .newPage();
  const { dashboard, histogram } = everyFigure();
  for (const [name, figure] of Object.entries({ dashboard, histogram })) {
    await layOver(page, figure[displayMethod]());
    for (const width of [800, 520, 1280, 360, 640]) {
      const overlaps = await page.evaluate(async (width) => {
        const live = document.querySelector<HTMLElement>("#live")!;
        live.style.width = `${width}px`;
        const { Plots } = Reflect.get(globalThis as object, "Plotly") as {
          Plots: { resize: (place: Element) => Promise<unknown> };
        };
        await Plots.resize(live);
        const legend = live.querySelector(".legend")!.getBoundingClientRect();
        const words = [...live.querySelectorAll(".xtick text, .ytick text, .xtitle, .ytitle")];
        const met = words.filter((word) => {
          const { left, right, top, bottom } = word.getBoundingClientRect();
          return left < legend.right && right > legend.left && top < legend.bottom &&
            bottom > legend.top;
        });
        const { height } = live.querySelector(".main-svg")!.getBoundingClientRect();
        return [
          ...met.map(({ textContent }) => textContent),
          ...(legend.bottom > height + 1 ? [`${legend.bottom} beyond ${height}`] : []),
        ];
      }, width);
      assertEquals(overlaps, [], `${name} at ${width}`);
    }
  }
});

Deno.test("what one hovers on a dashboard is what happened then", async () => {
  await using browser = await startBrowser();
  const page = await (await browser.newContext({ viewport: { width: 800, height: 760 } }))
    .newPage();
  const { dashboard } = everyFigure();
  const [, as] = twoSessions();
  await layOver(page, dashboard[displayMethod]());
  const done = (n: number) => as.bought[n] + as.sold[n] + Math.abs(as.crossed[n]);
  const steps = [...Array(400).keys()].filter((n) => done(n) !== done(n + 1)).slice(20, 28);
  for (const n of steps) {
    const said = await page.evaluate(async (n) => {
      const { Fx } = Reflect.get(globalThis as object, "Plotly") as {
        Fx: { hover: (place: string, at: object, subplot: string) => void };
      };
      // Plotly answers twice in a tenth of a second at most.
      await new Promise((resolve) => setTimeout(resolve, 120));
      Fx.hover("live", { xval: n, yval: 100 }, "xy");
      return document.querySelector("#live .hoverlayer")!.textContent ?? "";
    }, n);
    assertStringIncludes(said, String(n));
    assertEquals(/bought/.test(said), as.bought[n] > 0 || as.crossed[n] > 0, `${n}: ${said}`);
    assertEquals(/sold/.test(said), as.sold[n] > 0 || as.crossed[n] < 0, `${n}: ${said}`);
  }
});

Deno.test("the box at the pointer says where it is, in letters that its white ground does not hide", async () => {
  await using browser = await startBrowser();
  const page = await (await browser.newContext({ viewport: { width: 800, height: 760 } }))
    .newPage();
  for (const name of ["dashboard", "curves", "bars"] as const) {
    const chart = everyFigure()[name];
    await layOver(page, chart[displayMethod]());
    await page.evaluate(() =>
      document.documentElement.style.setProperty("--jp-content-font-color1", "#fff")
    );
    assertNotEquals(await hoverText(page, page.locator("#live")), "", name);
    const heading = page.locator("#live .hoverlayer .legendtitletext");
    const [label] = (chart.layout.xaxis.title?.text ?? "").replace(/<[^>]*>/g, "").split(" (");
    assertMatch(await heading.textContent() ?? "", new RegExp(`^${label} \\S`), name);
    const inks = await heading.evaluate((text) =>
      [text, ...text.querySelectorAll("tspan")].map((part) => getComputedStyle(part).fill)
    );
    assertEquals([...new Set(inks)], ["rgb(34, 34, 34)"], name);
  }
});

Deno.test("letters of a live chart have 4.5 to 1 on JupyterLab's dark theme and on its light one", async () => {
  await using browser = await startBrowser();
  const page = await (await browser.newContext({ viewport: { width: 800, height: 760 } }))
    .newPage();
  // JupyterLab's own letters on its own grounds.
  const themes = { dark: ["#fff", "#111111"], light: ["rgba(0,0,0,0.87)", "#fff"] };
  for (const [theme, [letters, ground]] of Object.entries(themes)) {
    for (const name of ["dashboard", "depths", "curves"] as const) {
      await layOver(page, everyFigure()[name][displayMethod]());
      const colors = await page.evaluate(([letters, ground]) => {
        document.documentElement.style.setProperty("--jp-content-font-color1", letters);
        document.body.style.background = ground;
        const probe = document.createElement("i");
        probe.style.color = letters;
        document.body.append(probe);
        const wanted = getComputedStyle(probe).color;
        return [...document.querySelectorAll("#live text")]
          .filter(({ textContent }) => textContent !== "")
          .map((
            text,
          ) => [text.textContent, getComputedStyle(text.querySelector("tspan") ?? text).fill])
          .filter(([, fill]) => fill !== wanted);
      }, [letters, ground]);
      assertEquals(colors, [], `${name} on ${theme}`);
    }
  }
});
