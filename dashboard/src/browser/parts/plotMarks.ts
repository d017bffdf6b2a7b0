/** The marks with which charts are drawn. */
export { axisX, axisY, barX, dot, gridX, gridY, line, plot, ruleX, ruleY, text, tickX } from '@observablehq/plot';
