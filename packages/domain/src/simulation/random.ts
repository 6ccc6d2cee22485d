// Bound once: these are called millions of times, and a test's realm looks globals up slowly.
const { exp, floor, imul } = Math;

/**
 * Randomness that is a function of its coordinates: the same seed and the same two integers always give the same number, in any order of asking.
 * Everything the simulation draws comes from here, so that any instant can be computed without what was before it.
 * The mixing is MurmurHash3's 32-bit finalizer (Austin Appleby, public domain).
 */
export function hash32(seed: number, a: number, b: number): number {
  let h = seed ^ imul(a, 0x9e3779b1);
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13) ^ b, 0xc2b2ae35);
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number from [0, 1). */
export function unitAt(seed: number, a: number, b: number): number {
  return hash32(seed, a, b) / 0x1_0000_0000;
}

/** A 32-bit seed of any text (FNV-1a). */
export function seedOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/**
 * Noise that wanders: random heights at the integers, joined smoothly, so neighbours in time are alike (an autocorrelated disturbance).
 * @param x time in units of the noise's own period
 * @returns from -1 to 1, mean 0
 */
export function wander(seed: number, channel: number, x: number): number {
  const i = floor(x);
  const f = x - i;
  const left = unitAt(seed, channel, i);
  const right = unitAt(seed, channel, i + 1);
  return 2 * (left + (right - left) * f * f * (3 - 2 * f)) - 1;
}

/**
 * {@link wander} at `count` times one apart, from `start` on, with a period of `period`: the same numbers, drawn once a period.
 * @param period a whole number
 */
export function wanderRow(seed: number, channel: number, start: number, period: number, count: number): Float64Array {
  const row = new Float64Array(count);
  let i = Number.NaN;
  let left = 0;
  let right = 0;
  for (let n = 0; n < count; n += 1) {
    const x = (start + n) / period;
    if (floor(x) !== i) {
      i = floor(x);
      left = unitAt(seed, channel, i);
      right = unitAt(seed, channel, i + 1);
    }
    const f = x - i;
    row[n] = 2 * (left + (right - left) * f * f * (3 - 2 * f)) - 1;
  }
  return row;
}

/** A row of draws for one matter (`channel`) of one day. */
export class Draws {
  private drawn = 0;

  constructor(
    private readonly seed: number,
    private readonly channel: number,
    private readonly day: number,
  ) {}

  /** From [0, 1). */
  unit(): number {
    this.drawn += 1;
    return unitAt(this.seed, this.channel * 4_096 + this.drawn, this.day);
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.unit();
  }

  /** How often something that happens `mean` times on average happens (Poisson, by inversion). */
  times(mean: number): number {
    const floor = exp(-mean);
    let product = this.unit();
    let count = 0;
    while (product > floor) {
      product *= this.unit();
      count += 1;
    }
    return count;
  }
}

/** What each row of randomness is for; two matters must never share a number. */
export const CHANNEL = {
  mould: 1,
  changeover: 2,
  event: 3,
  scrap: 4,
  shot: 5,
  shotWander: 6,
  injection: 7,
  power: 8,
  powerRipple: 9,
  hydraulic: 10,
  ambient: 11,
  run: 12,
  temperature: 16,
} as const;
