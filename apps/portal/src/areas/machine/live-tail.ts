import type { Tail } from './chart-points';

const EMPTY: Tail = { atMs: [], value: [] };
/** Beyond this the oldest half is let go; the history query holds it by then. */
const MOST_POINTS = 4_000;

/** The numbers that arrived while the page was open, by metric, each in order of its time. */
export class LiveTail {
  readonly #points = new Map<string, { atMs: number[]; value: number[] }>();

  add(seriesId: string, atMs: number, value: number): void {
    const points = this.#points.get(seriesId) ?? { atMs: [], value: [] };
    this.#points.set(seriesId, points);
    const last = points.atMs.at(-1) ?? Number.NEGATIVE_INFINITY;
    // A late point belongs into the history, which is asked for again by and by.
    if (atMs < last) return;
    if (atMs === last) {
      points.value[points.value.length - 1] = value;
      return;
    }
    points.atMs.push(atMs);
    points.value.push(value);
    if (points.atMs.length > MOST_POINTS) {
      points.atMs.splice(0, MOST_POINTS / 2);
      points.value.splice(0, MOST_POINTS / 2);
    }
  }

  of(seriesId: string): Tail {
    return this.#points.get(seriesId) ?? EMPTY;
  }
}
