import { sqlInstant } from '../instant.js';
import type { DirtyMinutes } from './dirty-minutes.repository.js';

/** Ranges by machine, outer bounds for the planner to leave out partitions by, and which series of which machine are meant. */
export function columns(dirty: readonly DirtyMinutes[]): unknown[] {
  const ranges = dirty.flatMap(({ deviceId, ranges }) => ranges.map((range) => ({ deviceId, ...range })));
  const series = dirty.flatMap(({ deviceId, seriesIds }) => seriesIds.map((seriesId) => ({ deviceId, seriesId })));
  return [
    ranges.map(({ deviceId }) => deviceId),
    ranges.map(({ fromMs }) => sqlInstant(fromMs)),
    ranges.map(({ toMs }) => sqlInstant(toMs)),
    sqlInstant(ranges.reduce((least, { fromMs }) => Math.min(least, fromMs), Infinity)),
    sqlInstant(ranges.reduce((most, { toMs }) => Math.max(most, toMs), 0)),
    series.map(({ deviceId }) => deviceId),
    series.map(({ seriesId }) => seriesId),
  ];
}
