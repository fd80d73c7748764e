/**
 * Plotly, where scripts that are loaded later find it.
 *
 * @module
 */
import plotly from "plotly.js-dist";

Reflect.set(globalThis, "Plotly", plotly);
