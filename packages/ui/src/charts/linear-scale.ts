/** Round marks from zero (or a negative least) to at least the greatest: 1, 2 or 5 times a power of ten apart. */
export function niceTicks(least: number, greatest: number, most = 5): number[] {
  const low = Math.min(0, least);
  const span = Math.max(greatest, 0) - low;
  if (!(span > 0)) return [0, 1];
  const rough = span / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough - 1e-12) ?? 10 * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil((low + span) / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

export type Scale = (value: number) => number;

/** Straight from a span of values to a span of pixels. */
export function linearScale([fromValue, toValue]: readonly [number, number], [fromPx, toPx]: readonly [number, number]): Scale {
  const slope = (toPx - fromPx) / (toValue - fromValue || 1);
  return (value) => fromPx + (value - fromValue) * slope;
}
