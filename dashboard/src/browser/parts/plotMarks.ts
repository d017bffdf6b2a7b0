/** What charts are drawn with. */
export { axisX, axisY, barX, dot, gridX, gridY, line, plot, ruleX, ruleY, text, tickX } from '@observablehq/plot';
