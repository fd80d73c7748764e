import type { Control, NumbersTable, Setting } from "./explorable.ts";
import { escaped } from "../escaped.ts";

/** A number as it stands beside its slider, or is read aloud. */
export function settingText(control: Control, value: Setting): string {
  if (control.kind !== "slider") return String(value);
  const number = String(value).replace("-", "−");
  // One day, one unit; 2 days.
  return `${number} ${value === 1 ? control.unit.replace(/s$/, "") : control.unit}`;
}

/** One control with its label: native inputs, so that keyboards and screen readers know them. */
export function controlMarkup(key: string, control: Control, value: Setting): string {
  const label = `<span>${escaped(control.label)}</span>`;
  if (control.kind === "slider") {
    const text = escaped(settingText(control, value));
    return `<label>${label}<input type="range" name="${key}" min="0" ` +
      `max="${control.stops.length - 1}" step="1" ` +
      `value="${control.stops.indexOf(Number(value))}" aria-valuetext="${text}">` +
      `<output name="${key}_text">${text}</output></label>`;
  }
  if (control.kind === "choice") {
    return `<label>${label}${
      selectMarkup(key, Object.entries(control.options), String(value))
    }</label>`;
  }
  if (control.kind === "kept") return "";
  if (control.kind === "text") {
    return `<label class="dmm-writing">${label}<textarea name="${key}" rows="${control.lines}" ` +
      `spellcheck="false" autocapitalize="off">\n${escaped(String(value))}</textarea></label>`;
  }
  return `<label>${label}<input type="number" name="${key}" min="0" step="1" value="${value}"></label>`;
}

/** A native list of options. */
export function selectMarkup(
  name: string,
  options: readonly (readonly [value: string, words: string])[],
  chosen: string,
): string {
  const items = options.map(([value, words]) =>
    `<option value="${escaped(value)}"${value === chosen ? " selected" : ""}>` +
    `${escaped(words)}</option>`
  );
  return `<select name="${name}">${items.join("")}</select>`;
}

/** A table of numbers with headers on both sides. */
export function tableMarkup({ caption, columns, rows }: NumbersTable): string {
  const head = columns.map((word) => `<th scope="col">${escaped(word)}</th>`).join("");
  const body = rows.map(([name, ...cells]) =>
    `<tr><th scope="row">${escaped(name)}</th>` +
    `${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`
  );
  return `<p class="dmm-caption">${escaped(caption)}</p>` +
    `<div class="dmm-scroll" role="group" aria-label="Numbers"><table aria-label="${
      escaped(caption)
    }">` +
    `<thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}
