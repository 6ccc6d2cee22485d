// @ts-check
import { decode, encode } from '@jridgewell/sourcemap-codec';

/** @typedef {import('@jridgewell/sourcemap-codec').SourceMapSegment} Segment */

/**
 * A source map that knows our own files alone: Node reads the whole map when it starts, and nine tenths of it lead into packages,
 * whose code a bundle shows as well as their files would.
 * @param {string} json A source map, version 3.
 * @returns {string}
 */
export function ownPositions(json) {
  const map = JSON.parse(json);
  const isOwn = map.sources.map((/** @type {string} */ source) => !source.includes('node_modules/'));
  const mappings = encode(decode(map.mappings).map((line) => ownSegments(line, isOwn)));
  return JSON.stringify({ ...map, mappings });
}

/**
 * @param {readonly Segment[]} line
 * @param {readonly boolean[]} isOwn
 * @returns {Segment[]}
 */
function ownSegments(line, isOwn) {
  /** @type {Segment[]} */
  const kept = [];
  for (const segment of line) {
    const [column, source] = segment;
    if (source !== undefined && isOwn[source]) kept.push(segment);
    // Where a foreign part begins, what stood before it must end.
    else if (kept.length > 0 && kept.at(-1)?.length !== 1) kept.push([column]);
  }
  return kept;
}
