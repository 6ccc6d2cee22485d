/** A double as pg sends it to the last bit: of a zero below zero it would not send the sign. */
export function sqlNumber(value: number): number | string {
  return Object.is(value, -0) ? '-0' : value;
}
