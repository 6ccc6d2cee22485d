/**
 * Levels of the role-based equipment hierarchy of IEC 62264-1 (ISA-95.00.01), clause 5.3, below the enterprise, which is the company itself:
 * a site, an area, and the kinds of work centre. Work units, the level below, are the machines.
 * `line` is a production line (discrete), `cell` a process cell (batch), `unit` a production unit (continuous), `storage` a storage zone.
 */
export const PLACE_KINDS = ['site', 'area', 'line', 'cell', 'unit', 'storage'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** How deep a level lies: an area may hold an area, as a hall holds a bay; nothing else holds its like. */
const LEVEL: Readonly<Record<PlaceKind, number>> = { site: 0, area: 1, line: 2, cell: 2, unit: 2, storage: 2 };

/** Whether a place of one kind may lie directly in another, or, with `null`, directly in the company. */
export function mayLieIn(kind: PlaceKind, outer: PlaceKind | null): boolean {
  if (outer === null) return kind === 'site';
  return LEVEL[outer] < LEVEL[kind] || (outer === 'area' && kind === 'area');
}

/** The kinds that may lie directly in a place of this kind, or, with `null`, directly in the company. */
export function kindsWithin(outer: PlaceKind | null): PlaceKind[] {
  return PLACE_KINDS.filter((kind) => mayLieIn(kind, outer));
}
