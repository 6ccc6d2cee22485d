import { absentWithin, cellOf, type Gap, gapsBetween, type GapPiece, isGapOf, piecesOf, type Surroundings, zeros } from '@tenon/domain/ledger';
import type { TimeRange } from '@tenon/kernel';
import { withoutRanges } from '../ranges/time-ranges.js';

/** So many gaps of a quarter-hour are kept one by one, the largest; of the others their readings are counted, as of single ones that are absent. */
const MOST_LISTED = 5;
const LEAST_LISTED = 2;

/** Gaps of a day: those that are kept one by one, and how many readings the others lack by quarter-hour. */
export interface JudgedGaps {
  readonly listed: readonly Gap[];
  readonly absent: readonly number[];
}

/** @param stampsMs readings in order, with the one before the stretch and the one behind it; the place of a gap is where it ends */
export function judgeGaps(stampsMs: ArrayLike<number>, intervalMs: number | null, dayMs: number): JudgedGaps {
  const absent = zeros();
  if (intervalMs === null) return { listed: [], absent };
  const [listed, within] = [[] as Gap[], new Map<number, Gap[]>()];
  for (const gap of gapsBetween(stampsMs, intervalMs)) {
    const cell = cellOf(gap.toMs, dayMs);
    // What reaches over the edge of a quarter-hour belongs to neither, and the next look may be at one of them alone.
    if (cellOf(gap.fromMs, dayMs) !== cell) listed.push(gap);
    else within.set(cell, [...(within.get(cell) ?? []), gap]);
  }
  for (const [cell, gaps] of within) {
    const largest = gaps.filter((gap) => gap.absent >= LEAST_LISTED).sort((a, b) => b.absent - a.absent).slice(0, MOST_LISTED);
    const known = new Set(largest);
    listed.push(...largest);
    absent[cell] = gaps.filter((gap) => !known.has(gap)).reduce((sum, gap) => sum + gap.absent, 0);
  }
  return { listed, absent };
}

/** The pieces of gaps by cause, without what nobody may judge any more, as its readings were deleted. */
export function judgedPieces(gaps: readonly Gap[], around: Surroundings, unjudged: readonly TimeRange[]): GapPiece[] {
  const left = gaps.flatMap((gap) => withoutRanges(gap, unjudged).filter((range) => isGapOf(gap, range)).map((range) => ({ ...range, absent: absentWithin(gap, range) })));
  return left.flatMap((gap) => piecesOf(gap, around)).map((piece) => ({ ...piece, fromMs: Math.round(piece.fromMs), toMs: Math.round(piece.toMs) }));
}
