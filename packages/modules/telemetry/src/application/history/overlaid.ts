import { isSameValue, laidOver, partedByStamps, partedPoints, placeOf, type BlockPoints } from '@tenon/domain/telemetry';

/** What becomes of a metric's day. */
export interface Overlaid {
  /** All that stands afterwards. */
  readonly points: BlockPoints;
  /** Stamps at which what was brought stands. */
  readonly brought: BlockPoints;
  /** What stood at some of them before. */
  readonly replaced: BlockPoints;
  /** Readings of the file at whose stamps there was something, which stays. */
  readonly kept: number;
}

/**
 * Lays readings over what is there, or under it. A reading that says what is there already brings nothing: it stays there when the import is taken back.
 */
export function overlaid(brought: BlockPoints, standing: BlockPoints, replaces: boolean): Overlaid {
  const fresh = replaces ? partedPoints(brought, (place) => !isThere(brought, place, standing)).chosen : partedByStamps(brought, standing.atUs).others;
  return {
    points: laidOver(fresh, standing),
    brought: fresh,
    replaced: replaces ? partedByStamps(standing, fresh.atUs).chosen : { atUs: new Float64Array(), num: new Float64Array(), rich: null },
    kept: brought.atUs.length - fresh.atUs.length,
  };
}

function isThere(points: BlockPoints, place: number, standing: BlockPoints): boolean {
  const at = points.atUs[place] as number;
  const other = placeOf(standing, at);
  return standing.atUs[other] === at && isSameValue(points, place, standing, other);
}
