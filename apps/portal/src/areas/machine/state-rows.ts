import type { MachineState } from '@tenon/ui';
import type { MachineStatesQuery } from '../../generated/documents';
import { machineStateOf } from '../metrics/machine-state';

export type StateSpan = MachineStatesQuery['seriesStates'][number];

export interface StateSegment {
  readonly state: MachineState;
  readonly fromMs: number;
  readonly toMs: number;
}

/** The spans whose word is a known machine state, ready to draw, cut to the range. */
export function stateSegments(spans: readonly StateSpan[], range: { fromMs: number; toMs: number }): StateSegment[] {
  return spans
    .flatMap(({ from, to, value }) => {
      const state = machineStateOf(value);
      const fromMs = Math.max(Date.parse(from), range.fromMs);
      const toMs = Math.min(Date.parse(to), range.toMs);
      return state && toMs > fromMs ? [{ state, fromMs, toMs }] : [];
    })
    .sort((a, b) => a.fromMs - b.fromMs);
}

/** The segments carried on to `untilMs` by the newest state that was heard. */
export function carriedOn(segments: readonly StateSegment[], newest: { state: MachineState; atMs: number } | null, untilMs: number): StateSegment[] {
  const last = segments.at(-1);
  if (!newest || newest.atMs > untilMs) return [...segments];
  if (last && last.toMs > newest.atMs) return [...segments];
  if (last?.state === newest.state) return [...segments.slice(0, -1), { ...last, toMs: untilMs }];
  const closed = last ? [...segments.slice(0, -1), { ...last, toMs: newest.atMs }] : [];
  return [...closed, { state: newest.state, fromMs: newest.atMs, toMs: untilMs }];
}

/** How long each state lasted, longest first. */
export function stateShares(segments: readonly StateSegment[]): { state: MachineState; durationMs: number }[] {
  const sums = new Map<MachineState, number>();
  for (const { state, fromMs, toMs } of segments) sums.set(state, (sums.get(state) ?? 0) + toMs - fromMs);
  return [...sums].map(([state, durationMs]) => ({ state, durationMs })).sort((a, b) => b.durationMs - a.durationMs);
}
