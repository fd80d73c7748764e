import type { Control, Explorable, Setting, Settings } from "./explorable.ts";
import { controlMarkup, selectMarkup, settingText, tableMarkup } from "./markup.ts";
import { svgOf } from "../chart/svg.ts";
import { escaped } from "../escaped.ts";
import { startOf } from "./explorable.ts";
import { player } from "./player.ts";
import { picturesOf } from "./scene_charts.ts";
import { styles } from "./styles.ts";

/** Makes every output of this explorable on the page live that is not live yet. */
export function mountAll<V extends Settings<V>, M>(explorable: Explorable<V, M>): void {
  const waiting = `[data-explorable="${explorable.name}"]:not([data-live])`;
  for (const root of document.querySelectorAll<HTMLElement>(waiting)) mount(explorable, root);
}

const WIDEST = 760;
/** How long writing must rest before it is read, in milliseconds. */
const PAUSE = 400;

/** Puts controls, pictures and numbers in place of the static picture. */
function mount<V extends Settings<V>, M>(explorable: Explorable<V, M>, root: HTMLElement): void {
  const { title, model, view, play } = explorable;
  const start = startOf(explorable, JSON.parse(root.dataset.values ?? "{}"));
  const controls = Object.entries<Control>(start.controls);
  let values = start.values;

  root.dataset.live = "";
  // JupyterLab keeps arrow keys for itself where this is not said.
  root.setAttribute("data-lm-suppress-shortcuts", "true");
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", title);
  root.innerHTML = `<style>${styles}</style><p class="dmm-title">${escaped(title)}</p><form>` +
    controls.map(([key, control]) => controlMarkup(key, control, settingOf(values, key))).join("") +
    buttonsMarkup(explorable) +
    `</form><div class="dmm-pictures"></div><div class="dmm-table"></div>` +
    `<p class="dmm-summary" role="status"></p>`;
  for (const input of root.querySelectorAll("input,select,textarea,button")) {
    input.setAttribute("data-lm-suppress-shortcuts", "true");
  }
  const find = <E extends Element>(selector: string) => root.querySelector<E>(selector)!;
  const form = find<HTMLFormElement>("form");
  const pictures = find<HTMLElement>(".dmm-pictures");
  const table = find<HTMLElement>(".dmm-table");
  const summary = find<HTMLElement>(".dmm-summary");
  let width = 0;

  const show = () => {
    try {
      const shown = view(model(values), width);
      pictures.innerHTML = picturesOf(shown.charts, width)
        .map((one) => svgOf([one], { color: "currentColor" })).join("");
      table.innerHTML = tableMarkup(shown.table);
      // What a pointer can scroll, the keyboard must reach.
      const scroll = find<HTMLElement>(".dmm-scroll");
      if (scroll.scrollWidth > scroll.clientWidth) scroll.tabIndex = 0;
      summary.textContent = shown.summary;
    } catch (error) {
      // A corner of the sliders where the library has no answer: it says why.
      summary.textContent = `${error instanceof Error ? error.message : error}.`;
      pictures.innerHTML = table.innerHTML = "";
    }
  };
  const change = (changes: Partial<V>) => {
    values = { ...values, ...changes };
    for (const [key, control] of controls) {
      if (key in changes) writeControl(form, key, control, settingOf(values, key));
    }
    show();
  };
  const set = (key: string, value: Setting) => change({ [key]: value } as Partial<V>);
  let pause: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    const control = controls.find(([key]) => key === name)?.[1];
    const setting = control === undefined ? undefined : readControl(control, value);
    if (setting === undefined) return;
    // Nobody wants to be told of a mistake in the middle of a word.
    clearTimeout(pause);
    if (control?.kind === "text") pause = setTimeout(() => set(name, setting), PAUSE);
    else set(name, setting);
  });
  Object.values(explorable.actions ?? {}).forEach((act, i) => {
    find(`button[value="action_${i}"]`).addEventListener("click", () => change(act(values)));
  });
  for (const [key, control] of controls) {
    if (!hasButton(control)) continue;
    find(`button[value="${key}"]`).addEventListener("click", () => {
      set(key, Number(settingOf(values, key)) + 1);
    });
  }
  if (play !== undefined) {
    const control = start.controls[play.key];
    player(form, {
      summary,
      stops: control.kind === "slider" ? control.stops : [],
      value: () => Number(values[play.key]),
      move: (value) => set(play.key, value),
    });
  }
  new ResizeObserver(() => {
    const wide = Math.floor(Math.min(WIDEST, root.clientWidth));
    if (wide === width || wide === 0) return;
    width = wide;
    show();
  }).observe(root);
}

function settingOf(values: object, key: string): Setting {
  return Reflect.get(values, key) as Setting;
}

/** What a control says now; nothing where it says no number. */
function readControl(control: Control, text: string): Setting | undefined {
  if (control.kind === "slider") return control.stops[Number(text)];
  if (control.kind === "choice" || control.kind === "text") return text;
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function writeControl(form: HTMLFormElement, key: string, control: Control, value: Setting): void {
  if (control.kind === "kept") return;
  const input = form.elements.namedItem(key) as HTMLInputElement;
  const raw = control.kind === "slider" ? control.stops.indexOf(Number(value)) : value;
  if (input.value !== String(raw)) input.value = String(raw);
  if (control.kind !== "slider") return;
  const text = settingText(control, value);
  input.setAttribute("aria-valuetext", text);
  (form.elements.namedItem(`${key}_text`) as HTMLOutputElement).value = text;
}

function hasButton(control: Control): boolean {
  return control.kind === "seed" && control.button !== false;
}

function buttonsMarkup<V extends Settings<V>, M>(
  { controls, play, actions = {} }: Explorable<V, M>,
): string {
  const seeds = Object.entries<Control>(controls).filter(([, control]) => hasButton(control));
  const buttons = seeds.map(([key]) => `<button type="button" value="${key}">New seed</button>`);
  buttons.push(
    ...Object.keys(actions).map((words, i) =>
      `<button type="button" value="action_${i}">${escaped(words)}</button>`
    ),
  );
  if (play !== undefined) {
    buttons.unshift(
      `<button type="button" value="play">Play</button>`,
      `<button type="button" value="back">Step back</button>`,
      `<button type="button" value="forward">Step forward</button>`,
    );
    const speeds = play.speeds.map((speed) => [String(speed), `${speed} steps a second`] as const);
    const list = selectMarkup("speed", speeds, String(play.speed));
    buttons.push(`<label><span>Speed</span>${list}</label>`);
  }
  return buttons.length === 0 ? "" : `<div class="dmm-buttons">${buttons.join("")}</div>`;
}
