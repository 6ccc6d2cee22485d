import type uPlot from 'uplot';
import { withAlpha } from './chart-colours.js';
import type { Annotation, PlotContext, Threshold } from './plot-context.js';

/** Text on a halo of paper: readable over whatever line runs behind it. */
function drawText(plot: uPlot, context: PlotContext, text: string, x: number, y: number): void {
  const { ctx } = plot;
  ctx.save();
  ctx.strokeStyle = context.colours.paper;
  ctx.lineWidth = 4 * devicePixelRatio;
  ctx.lineJoin = 'round';
  ctx.strokeText(text, x, y);
  ctx.fillText(text, x, y);
  ctx.restore();
}

function drawThreshold(plot: uPlot, context: PlotContext, { value, label, tone }: Threshold): void {
  const { ctx, bbox } = plot;
  const y = Math.round(plot.valToPos(value, 'y0', true));
  if (y < bbox.top || y > bbox.top + bbox.height) return;
  ctx.strokeStyle = tone === 'danger' ? context.colours.accent : context.colours.axis;
  ctx.fillStyle = tone === 'danger' ? context.colours.accentText : context.colours.axis;
  ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.textAlign = 'right';
  ctx.textBaseline = 'bottom';
  drawText(plot, context, label, bbox.left + bbox.width, y - 3 * devicePixelRatio);
}

function drawAnnotation(plot: uPlot, context: PlotContext, { fromMs, toMs, label, tone }: Annotation): void {
  const { ctx, bbox } = plot;
  const left = Math.max(bbox.left, plot.valToPos(fromMs, 'x', true));
  const right = Math.min(bbox.left + bbox.width, plot.valToPos(toMs ?? fromMs, 'x', true));
  if (right < bbox.left || left > bbox.left + bbox.width) return;
  const colour = tone === 'danger' ? context.colours.accent : context.colours.axis;
  if (right > left) {
    ctx.fillStyle = withAlpha(colour, 0.1);
    ctx.fillRect(left, bbox.top, right - left, bbox.height);
  }
  ctx.fillStyle = colour;
  ctx.fillRect(left, bbox.top, devicePixelRatio, bbox.height);
  ctx.fillStyle = tone === 'danger' ? context.colours.accentText : context.colours.axis;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'bottom';
  drawText(plot, context, label, left + 5 * devicePixelRatio, bbox.top + bbox.height - 3 * devicePixelRatio);
}

/** Limits and happenings, over the lines. */
export function drawMarks(plot: uPlot, context: PlotContext): void {
  const { ctx } = plot;
  ctx.save();
  ctx.lineWidth = devicePixelRatio;
  ctx.font = context.colours.font.replace('12px', `${12 * devicePixelRatio}px`);
  for (const annotation of context.annotations) drawAnnotation(plot, context, annotation);
  for (const threshold of context.thresholds) drawThreshold(plot, context, threshold);
  ctx.restore();
}
