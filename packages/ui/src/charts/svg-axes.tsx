import type { ReactElement } from 'react';
import { axisNumbers } from './axis-numbers.js';
import type { Scale } from './linear-scale.js';

export interface ValueGridProps {
  readonly ticks: readonly number[];
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly locale: string;
  readonly unit: string;
}

/** Horizontal hairlines with their numbers on the left, the unit above them. */
export function ValueGrid({ ticks, y, left, right, locale, unit }: ValueGridProps): ReactElement {
  const labels = axisNumbers(ticks, locale);
  return (
    <g aria-hidden className="tn-axis">
      <text x={0} y={12}>
        {unit}
      </text>
      {ticks.map((tick, index) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} stroke={tick === 0 ? 'var(--tn-chart-axis)' : 'var(--tn-chart-grid)'} shapeRendering="crispEdges" />
          <text x={left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
            {labels[index]}
          </text>
        </g>
      ))}
    </g>
  );
}

/** How much room the numbers on the left need. */
export function gutterOf(ticks: readonly number[], locale: string): number {
  return Math.max(28, ...axisNumbers(ticks, locale).map((label) => [...label].reduce((sum, sign) => sum + (sign > '\u2e80' ? 12 : 7.2), 0) + 8));
}
