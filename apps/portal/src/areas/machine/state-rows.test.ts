import { describe, expect, it } from '@jest/globals';
import { stateSegments, stateShares } from './state-rows';

const at = (ms: number) => new Date(ms).toISOString();
const range = { fromMs: 1_000, toMs: 10_000 };

describe('stateSegments', () => {
  it('cuts spans to the range, orders them and leaves unknown words out', () => {
    const spans = [
      { from: at(6_000), to: at(20_000), value: 'fault' },
      { from: at(0), to: at(3_000), value: 'running' },
      { from: at(3_000), to: at(6_000), value: 'phase 7' },
      { from: at(0), to: at(500), value: 'idle' },
    ];
    expect(stateSegments(spans, range)).toEqual([
      { state: 'running', fromMs: 1_000, toMs: 3_000 },
      { state: 'fault', fromMs: 6_000, toMs: 10_000 },
    ]);
  });
});

describe('stateShares', () => {
  it('adds up each state', () => {
    const segments = stateSegments([{ from: at(1_000), to: at(2_000), value: 'idle' }, { from: at(2_000), to: at(5_000), value: 'running' }, { from: at(5_000), to: at(6_000), value: 'idle' }], range);
    expect(stateShares(segments)).toEqual([{ state: 'running', durationMs: 3_000 }, { state: 'idle', durationMs: 2_000 }]);
  });
});
