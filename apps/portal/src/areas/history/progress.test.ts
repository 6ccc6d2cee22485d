import { describe, expect, it } from '@jest/globals';
import { progressOf, type ProgressFacts } from './progress';

const facts = (more: Partial<ProgressFacts>): ProgressFacts => ({ state: 'CHECKING', isPaused: false, readShare: 0, piecesTotal: 0, piecesDone: 0, phaseAt: '2026-05-30T08:00:00Z', touchedAt: '2026-05-30T08:00:10Z', report: { rows: 0 }, ...more });

describe('the progress of an import', () => {
  it('goes from reading to comparing without a step back, and ends whole', () => {
    const shares = [
      facts({ readShare: 0.5 }),
      facts({ readShare: 0.999 }),
      facts({ readShare: 1 }),
      facts({ readShare: 1, piecesTotal: 10, piecesDone: 5 }),
      facts({ readShare: 1, piecesTotal: 10, piecesDone: 10 }),
    ].map((each) => progressOf(each).share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('tells a rate and a rest once there is something to reckon them from', () => {
    expect(progressOf(facts({ readShare: 0.5, report: { rows: 1_000 } }))).toMatchObject({ rows: 1_000, rowsPerSecond: 100, leftMs: expect.closeTo(18_571, 0) as unknown });
    expect(progressOf(facts({ state: 'RUNNING', piecesTotal: 4, piecesDone: 1, report: { rows: 400 } }))).toEqual({ share: 0.25, rows: 100, rowsPerSecond: 10, leftMs: 30_000 });
    for (const each of [facts({ readShare: 0.001 }), facts({ isPaused: true, readShare: 0.5 }), facts({ readShare: 0.5, touchedAt: '2026-05-30T08:00:00.5Z' })]) expect(progressOf(each)).toMatchObject({ rowsPerSecond: null, leftMs: null });
  });
});
