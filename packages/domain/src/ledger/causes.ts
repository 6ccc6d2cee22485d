import { MINUTE_MS, type TimeRange } from '@tenon/kernel';
import { absentWithin, type Gap, isGapOf } from './gaps.js';

/**
 * Why readings are absent:
 * - `silent`: the machine was connected and sent none;
 * - `away`: it was not connected, so that none was expected of it;
 * - `platform`: we could not take any;
 * - `unknown`: it never keeps a connection, so nobody knows.
 */
export const GAP_CAUSES = ['silent', 'away', 'platform', 'unknown'] as const;
export type GapCause = (typeof GAP_CAUSES)[number];

/** A piece of a gap with one cause. */
export interface GapPiece extends Gap {
  readonly cause: GapCause;
}

/** What is known of the time around a gap. Ranges are in order and apart. */
export interface Surroundings {
  /** When the machine was connected; null for one that never keeps a connection, as over HTTP. */
  readonly connected: readonly TimeRange[] | null;
  /** When the platform could not take messages. */
  readonly down: readonly TimeRange[];
}

/** A machine without a connection that is silent for longer than this is as likely switched off. */
export const UNKNOWN_MS = 30 * MINUTE_MS;
/** What is shorter than this and lacks nothing is no piece of its own. */
const LEAST_PIECE_MS = MINUTE_MS;

/** Whether readings of that cause count as missing. */
export function isCounted(cause: GapCause): boolean {
  return cause !== 'away';
}

/** Cuts a gap where its cause changes; what is absent in the pieces comes to what is absent in it. */
export function piecesOf(gap: Gap, { connected, down }: Surroundings): GapPiece[] {
  const edges = [...down, ...(connected ?? [])].flatMap(({ fromMs, toMs }) => [fromMs, toMs]).filter((atMs) => isEdge(atMs, gap));
  const cuts = [gap.fromMs, ...new Set(edges.sort((a, b) => a - b)), gap.toMs];
  const pieces: GapPiece[] = [];
  for (let place = 1; place < cuts.length; place += 1) {
    const range = { fromMs: cuts[place - 1] as number, toMs: cuts[place] as number };
    const cause = causeOf((range.fromMs + range.toMs) / 2, gap, { connected, down });
    const last = pieces.at(-1);
    // One reading's cause is not told apart more finely than it is known.
    if (last?.cause === cause) pieces[pieces.length - 1] = { ...last, toMs: range.toMs, absent: absentWithin(gap, { fromMs: last.fromMs, toMs: range.toMs }) };
    else pieces.push({ ...range, cause, absent: absentWithin(gap, range) });
  }
  return pieces.filter(({ fromMs, toMs, absent }) => absent > 0 || toMs - fromMs >= LEAST_PIECE_MS);
}

/** A machine that goes a moment after a reading owed none in that moment. */
function isEdge(atMs: number, gap: Gap): boolean {
  return isGapOf(gap, { fromMs: gap.fromMs, toMs: atMs }) && isGapOf(gap, { fromMs: atMs, toMs: gap.toMs });
}

function causeOf(atMs: number, gap: Gap, { connected, down }: Surroundings): GapCause {
  const isWithin = ({ fromMs, toMs }: TimeRange): boolean => atMs >= fromMs && atMs < toMs;
  if (down.some(isWithin)) return 'platform';
  if (connected) return connected.some(isWithin) ? 'silent' : 'away';
  return gap.toMs - gap.fromMs <= UNKNOWN_MS ? 'unknown' : 'away';
}
