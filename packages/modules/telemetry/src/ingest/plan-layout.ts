import { guessQuantity, type MetricEntry } from '@tenon/domain/telemetry';
import { invalid, type AppError } from '@tenon/kernel';
import type { DeviceMetrics } from './device-metrics.js';
import { kindOf, type Layout, type LayoutPart, type Series, type Shape } from './layout.js';
import type { NewSeries, NewShape } from './metrics.repository.js';

/** The metrics of a message that its device never sent before. */
export function missingSeries(metrics: DeviceMetrics, entries: readonly MetricEntry[]): NewSeries[] {
  return entries
    .filter(([key]) => !metrics.series.has(key))
    .map(([key, value]) => ({ metrics, key, kind: kindOf(value), ...guessQuantity(key, metrics.unitOf(key), kindOf(value)) }));
}

/** The refusal of a message that would take a device past its metrics, or `null`. */
export function tooManySeries(metrics: DeviceMetrics, added: number, maxCount: number): AppError | null {
  if (added === 0 || metrics.series.size + added <= maxCount) return null;
  const details = { count: metrics.series.size + added, maxCount };
  return invalid('TELEMETRY.MACHINE_FULL', `The machine would have ${details.count} metrics; at most ${maxCount} are kept.`, details);
}

/** The sets of series, each in order of id, that the message is stored under: one, or one a metric where the device has shapes enough. */
function seriesSets(metrics: DeviceMetrics, entries: readonly MetricEntry[], maxShapes: number): number[][] | null {
  const ids = entries.map(([key]) => metrics.series.get(key)?.id);
  if (!ids.every((id) => id !== undefined)) return null;
  const whole = ids.toSorted((a, b) => a - b);
  const isWhole = whole.length === 1 || metrics.shapeOf(whole) || metrics.sharedShapeCount < maxShapes;
  return isWhole ? [whole] : whole.map((id) => [id]);
}

/** The shapes a message needs and that are not there yet. All its series must be known. */
export function missingShapes(metrics: DeviceMetrics, entries: readonly MetricEntry[], maxShapes: number): NewShape[] {
  const sets = seriesSets(metrics, entries, maxShapes) ?? [];
  return sets.filter((seriesIds) => !metrics.shapeOf(seriesIds)).map((seriesIds) => ({ metrics, seriesIds }));
}

/** The layout of a message's keys, or `null` while a series or a shape of it is missing. */
export function planLayout(metrics: DeviceMetrics, entries: readonly MetricEntry[], maxShapes: number): Layout | null {
  const shapes = seriesSets(metrics, entries, maxShapes)?.map((set) => metrics.shapeOf(set));
  if (!shapes?.every((shape) => shape !== undefined)) return null;
  const series = entries.map(([key]) => metrics.series.get(key) as Series);
  const places = new Map(series.map(({ id }, place) => [id, place]));
  const partOf = (shape: Shape): LayoutPart => ({ shape, sources: shape.seriesIds.map((id) => places.get(id) as number) });
  return { keys: entries.map(([key]) => key), series, parts: shapes.map(partOf) };
}
