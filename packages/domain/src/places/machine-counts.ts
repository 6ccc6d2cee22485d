import type { PlaceNode } from './place.js';
import { byParent } from './tree.js';

/** How many machines there are, and in what state. */
export interface MachineCounts {
  readonly total: number;
  readonly online: number;
  readonly quiet: number;
  readonly offline: number;
  readonly never: number;
}

export const NO_MACHINES: MachineCounts = { total: 0, online: 0, quiet: 0, offline: 0, never: 0 };

function plus(one: MachineCounts, other: MachineCounts): MachineCounts {
  return { total: one.total + other.total, online: one.online + other.online, quiet: one.quiet + other.quiet, offline: one.offline + other.offline, never: one.never + other.never };
}

/** The sum of counts. */
export function sumOf(counts: Iterable<MachineCounts>): MachineCounts {
  return [...counts].reduce(plus, NO_MACHINES);
}

/** What stands in each place with all that lies in it. @param own what stands directly in each; a place without an entry has none */
export function countsWithin(places: readonly PlaceNode[], own: ReadonlyMap<string, MachineCounts>): ReadonlyMap<string, MachineCounts> {
  const within = byParent(places);
  const counted = new Map<string, MachineCounts>();
  const count = (id: string): MachineCounts => {
    const sum = sumOf([own.get(id) ?? NO_MACHINES, ...(within.get(id) ?? []).map((inner) => count(inner.id))]);
    counted.set(id, sum);
    return sum;
  };
  for (const site of within.get(null) ?? []) count(site.id);
  return counted;
}
