/**
 * A column is a property of its frame. Danfo lets one named `values`, `shape` or `columns` take the place of
 * the frame's own, which breaks it; here the frame keeps what it has, and `column(name)` gives the column.
 *
 * @module
 */
import { DataFrame } from "danfojs";

const columnProperties = "$setInternalColumnDataProperty";

/** The class, of those that danfo builds its frames on, that holds a method itself. */
function danfoOwn(prototype: object, method: string): object {
  return Object.hasOwn(prototype, method)
    ? prototype
    : danfoOwn(Object.getPrototypeOf(prototype), method);
}

Object.defineProperty(danfoOwn(DataFrame.prototype, columnProperties), columnProperties, {
  configurable: true,
  writable: true,
  value(this: DataFrame, column?: string): void {
    for (const name of column === undefined ? this.columns : [column]) {
      if (name in this) continue;
      Object.defineProperty(this, name, {
        get: () => this.column(name),
        set: (values) => this.addColumn(name, values, { inplace: true }),
      });
    }
  },
});
