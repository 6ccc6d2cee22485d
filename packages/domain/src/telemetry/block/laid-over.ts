import type { BlockPoints } from './block-points.js';

/** No points. */
export const NO_POINTS: BlockPoints = { atUs: new Float64Array(), num: new Float64Array(), rich: null };

/** The points of both, each stamp once: of two with one stamp, the one of `over`. */
export function laidOver(over: BlockPoints, under: BlockPoints): BlockPoints {
  if (over.atUs.length === 0) return under;
  if (under.atUs.length === 0) return over;
  const merged = new MergedPoints(over.atUs.length + under.atUs.length, over.rich !== null || under.rich !== null);
  let below = 0;
  for (let above = 0; above < over.atUs.length; above += 1) {
    const at = over.atUs[above] as number;
    for (; below < under.atUs.length && (under.atUs[below] as number) < at; below += 1) merged.take(under, below);
    if (under.atUs[below] === at) below += 1;
    merged.take(over, above);
  }
  for (; below < under.atUs.length; below += 1) merged.take(under, below);
  return merged.points();
}

/** Points one after the other, each list behind the one before it in time. */
export function joined(parts: readonly BlockPoints[]): BlockPoints {
  const some = parts.filter(({ atUs }) => atUs.length > 0);
  if (some.length <= 1) return some[0] ?? NO_POINTS;
  const all = new MergedPoints(
    some.reduce((sum, { atUs }) => sum + atUs.length, 0),
    some.some(({ rich }) => rich !== null),
  );
  for (const part of some) for (let i = 0; i < part.atUs.length; i += 1) all.take(part, i);
  return all.points();
}

/** Points that are put together one by one. */
class MergedPoints {
  private readonly atUs: Float64Array;
  private readonly num: Float64Array;
  private readonly rich: (string | null)[] | null;
  private length = 0;

  constructor(most: number, hasRich: boolean) {
    this.atUs = new Float64Array(most);
    this.num = new Float64Array(most);
    this.rich = hasRich ? [] : null;
  }

  take({ atUs, num, rich }: BlockPoints, place: number): void {
    this.atUs[this.length] = atUs[place] as number;
    this.num[this.length] = num[place] as number;
    this.rich?.push(rich?.[place] ?? null);
    this.length += 1;
  }

  points(): BlockPoints {
    return { atUs: this.atUs.subarray(0, this.length), num: this.num.subarray(0, this.length), rich: this.rich };
  }
}
