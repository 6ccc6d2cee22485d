/** Yields numbers evenly spread over [0, 1), the same for the same seed on every machine. */
export type Random = () => number;

/**
 * A small generator with 32 bits of state (mulberry32, public domain, by Tommy Ettinger): integer arithmetic only, so that no engine's
 * floating point can make two machines differ.
 * @param seed any whole number
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A number between two bounds. */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}
