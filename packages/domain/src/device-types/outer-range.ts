import type { ValueRange } from './model.js';

/** Of what was seen, on either side. */
const MARGIN = 0.2;

/** A step of one, two or five in the size of a tenth of the span: what a person would round to. */
function roundStep(span: number): number {
  const size = 10 ** Math.floor(Math.log10(span / 10));
  const scaled = span / 10 / size;
  return size * (scaled < 2 ? 1 : scaled < 5 ? 2 : 5);
}

/** Without the tail that multiplying decimals leaves: 0.30000000000000004 is 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));

/**
 * A range that holds all that was seen with a margin of a fifth, rounded outwards. What was never negative stays so.
 * @returns null where only one value was ever seen, and it was 0
 */
export function outerRange(lowest: number, highest: number): ValueRange | null {
  const span = highest - lowest || Math.abs(highest);
  if (!(span > 0) || !Number.isFinite(span)) return null;
  const step = roundStep(span);
  const min = clean(Math.floor((lowest - span * MARGIN) / step) * step);
  const max = clean(Math.ceil((highest + span * MARGIN) / step) * step);
  return { min: lowest >= 0 ? Math.max(0, min) : min, max: highest <= 0 ? Math.min(0, max) : max };
}
