// @ts-check
import { POINTS_A_DAY } from './made-data.mjs';

/** Machines of the plant. */
export const MACHINES = 30;

/** @typedef {{ day: number, machines: number[] }} Lot Machines that are written together, a day of each. */

/**
 * What is written to grow from nothing to each of these sizes: whole days of machines, since blocks hold a day, and no more than the plant at once.
 * @param {readonly number[]} sizes points, ascending
 * @returns {Lot[][]} the lots of each size
 */
export function lotsOf(sizes) {
  let [points, day, done] = [0, 0, 0];
  return sizes.map((size) => {
    /** @type {Lot[]} */
    const lots = [];
    while (points < size) {
      const count = Math.min(Math.ceil((size - points) / POINTS_A_DAY), MACHINES - done);
      const from = done;
      lots.push({ day, machines: Array.from({ length: count }, (_, i) => from + i) });
      points += count * POINTS_A_DAY;
      done += count;
      if (done === MACHINES) [day, done] = [day + 1, 0];
    }
    return lots;
  });
}
