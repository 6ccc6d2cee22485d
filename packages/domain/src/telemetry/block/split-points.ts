import type { BlockPoints } from './block-points.js';

/** Points parted in two, each in order. */
export interface PartedPoints {
  readonly chosen: BlockPoints;
  readonly others: BlockPoints;
}

/** Parts points by their places. */
export function partedPoints({ atUs, num, rich }: BlockPoints, isChosen: (place: number) => boolean): PartedPoints {
  const places: readonly [number[], number[]] = [[], []];
  for (let place = 0; place < atUs.length; place += 1) places[isChosen(place) ? 0 : 1].push(place);
  const those = (some: readonly number[]): BlockPoints => {
    const texts = rich && some.map((place) => rich[place] ?? null);
    return { atUs: Float64Array.from(some, (place) => atUs[place] as number), num: Float64Array.from(some, (place) => num[place] as number), rich: texts?.some((text) => text !== null) ? texts : null };
  };
  return { chosen: those(places[0]), others: those(places[1]) };
}

/** Parts points by whether their stamps are among others. @param stamps ascending */
export function partedByStamps(points: BlockPoints, stamps: Float64Array): PartedPoints {
  let next = 0;
  return partedPoints(points, (place) => {
    const at = points.atUs[place] as number;
    while (next < stamps.length && (stamps[next] as number) < at) next += 1;
    return stamps[next] === at;
  });
}

/** Whether two points at these places say the same, to the last bit. */
export function isSameValue(a: BlockPoints, placeOfA: number, b: BlockPoints, placeOfB: number): boolean {
  const [textA = null, textB = null] = [a.rich?.[placeOfA], b.rich?.[placeOfB]];
  if (textA !== null || textB !== null) return textA === textB;
  return Object.is(a.num[placeOfA], b.num[placeOfB]);
}
