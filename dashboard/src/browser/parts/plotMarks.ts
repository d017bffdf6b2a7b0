/** What charts are drawn with. It is loaded when the first chart is: the page's words do not wait for it. */
export { axisX, axisY, barX, dot, gridX, gridY, line, plot, ruleX, ruleY, text, tickX } from '@observablehq/plot';
