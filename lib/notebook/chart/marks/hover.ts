/** What the pointer shows at a point: its height with unit, and the mark's name. */
export function hoverText(name: string, unit?: string): string {
  return `%{y:.6~g}${unit === undefined ? "" : ` ${unit}`}<extra>${name}</extra>`;
}
