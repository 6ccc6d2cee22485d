/** Rows of one set of metrics, in order of time and then of arrival. */
export interface ArrivedStamps {
  /** Microseconds since 1970 by the machine's clock, and by the gateway's. */
  readonly atUs: Float64Array;
  readonly arrivalUs: Float64Array;
  /** Stamps of this set that are in blocks already, in order. */
  readonly restingUs: Float64Array;
}

/** What a machine told, each instant once. */
export interface Readings {
  /** Distinct stamps, in order. */
  readonly atUs: Float64Array;
  /** When each first arrived; NaN where that is not kept any more. */
  readonly arrivalUs: Float64Array;
  /** The stamp of each row that said again what was there. */
  readonly repeatsUs: Float64Array;
}

/**
 * Puts together what a machine sent: one reading is one instant of its clock, whatever it told of it. A row is a repeat where the same set of metrics was
 * there for that instant; another set at the same instant is part of the same reading.
 */
export function readingsOf(shapes: readonly ArrivedStamps[], restingUs: readonly Float64Array[]): Readings {
  const firsts = new Map<number, number>();
  for (const stamps of restingUs) for (const at of stamps) firsts.set(at, NaN);
  const repeats: number[] = [];
  for (const shape of shapes) addShape(shape, firsts, repeats);
  const atUs = Float64Array.from(firsts.keys()).sort();
  return { atUs, arrivalUs: atUs.map((at) => firsts.get(at) ?? NaN), repeatsUs: Float64Array.from(repeats).sort() };
}

function addShape({ atUs, arrivalUs, restingUs }: ArrivedStamps, firsts: Map<number, number>, repeats: number[]): void {
  const resting = new Set(restingUs);
  for (let row = 0; row < atUs.length; row += 1) {
    const at = atUs[row] as number;
    if (resting.has(at) || (row > 0 && atUs[row - 1] === at)) repeats.push(at);
    const known = firsts.get(at);
    if (known === undefined || (!Number.isNaN(known) && known > (arrivalUs[row] as number))) firsts.set(at, arrivalUs[row] as number);
  }
}
