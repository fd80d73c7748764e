/** The letters of the box at the pointer, and its ground. */
export const box = { ink: "#222222", ground: "#ffffff" } as const;

/** What the pointer shows at a point: its height with unit, and the mark's name. */
export function hoverText(name: string, unit?: string): string {
  return `%{y:.6~g}${unit === undefined ? "" : ` ${unit}`}<extra>${name}</extra>`;
}

/**
 * A template as Plotly writes numbers with a true minus sign: the axes do, a format in the template itself
 * writes a hyphen. So formats move beside the template, where the axes find them.
 *
 * @param template What the pointer shows, as Plotly's template.
 */
export function hoverSaid(template: string): Readonly<Record<string, string>> {
  const formats: Record<string, string> = {};
  const hovertemplate = template.replace(/%\{([xyz]):([^}]+)\}/g, (_, axis, format) => {
    formats[`${axis}hoverformat`] = format;
    return `%{${axis}}`;
  });
  return { hovertemplate, ...formats };
}

/** A template whose numbers show on the box: what axes write has their ink, the page's, which there is the box's. */
export function inkedHover(template: string): string {
  const [text, ...extra] = template.split(/(?=<extra>)/);
  return [`<span style="--jp-content-font-color1:${box.ink}">${text}</span>`, ...extra].join("");
}
