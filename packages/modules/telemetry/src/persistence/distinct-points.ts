import { bug } from '@tenon/kernel';
import { integer, type ShapePosition } from './series-source.repository.js';

/** What of a series' points is wanted. */
export interface PointSelection {
  /** At least one. */
  readonly shapes: readonly ShapePosition[];
  /** SQL over `at` that bounds the points; constants in it let partitions be left out. */
  readonly bounds: string;
  /** The newest so many only. */
  readonly limit?: number;
  /** Oldest first instead; then the database must sort what the index gives the other way round. */
  readonly isOldestFirst?: boolean;
}

/** SQL of the places a series stands in, as rows `place (shape_id, position)`. */
export function places(shapes: readonly ShapePosition[]): string {
  return `(VALUES ${shapes.map(({ shapeId, position }) => `(${integer(shapeId)}, ${integer(position)})`).join(', ')}) place (shape_id, position)`;
}

function ofOneShape(shapeId: string, num: string, rich: string, { bounds, limit, isOldestFirst }: PointSelection): string {
  return `SELECT DISTINCT ON (at) at, arrival, ${num} AS num, ${rich} AS rich FROM telemetry
    WHERE shape_id = ${shapeId} AND ${bounds} ORDER BY at ${isOldestFirst ? 'ASC' : 'DESC'}, arrival DESC ${limit ? `LIMIT ${integer(limit)}` : ''}`;
}

/**
 * SQL that gives a series' points (`at`, `num`, `rich`), newest first, one a stamp: of several with one stamp, whichever
 * shapes they came in, the latest to arrive. Exactly one of `num` and `rich` is set. What a value is may only be asked
 * of this result: a number may have been replaced by a text, which then must not let the number through again.
 *
 * One shape is read backwards along its index, without sorting. Of several, each gives its own newest first, which
 * suffice, as the newest n stamps of all are among the newest n of each.
 */
export function distinctPoints(selection: PointSelection): string {
  const [first, ...others] = selection.shapes;
  if (!first) throw bug('TELEMETRY.NO_SHAPES', 'Points were asked of a series that has none.');
  const position = integer(first.position);
  if (others.length === 0) return ofOneShape(String(integer(first.shapeId)), `num[${position}]`, `rich -> '${position}'`, selection);
  return `SELECT DISTINCT ON (p.at) p.at, p.num, p.rich FROM ${places(selection.shapes)}
    CROSS JOIN LATERAL (${ofOneShape('place.shape_id', 'num[place.position]', 'rich -> place.position::text', selection)}) p
    ORDER BY p.at ${selection.isOldestFirst ? 'ASC' : 'DESC'}, p.arrival DESC ${selection.limit ? `LIMIT ${integer(selection.limit)}` : ''}`;
}
