import { describe, expect, it } from '@jest/globals';
import { carriedOn, stateSegments, stateShares } from './state-rows';

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

describe('carriedOn', () => {
  const running = { state: 'running', fromMs: 1_000, toMs: 5_000 } as const;

  it('lengthens the last state, or ends it where the next began', () => {
    expect(carriedOn([running], { state: 'running', atMs: 6_000 }, 7_000)).toEqual([{ ...running, toMs: 7_000 }]);
    expect(carriedOn([running], { state: 'fault', atMs: 6_000 }, 7_000)).toEqual([{ ...running, toMs: 6_000 }, { state: 'fault', fromMs: 6_000, toMs: 7_000 }]);
  });

  it('begins with the first state heard, and adds nothing where nothing newer is known', () => {
    expect(carriedOn([], { state: 'idle', atMs: 6_000 }, 7_000)).toEqual([{ state: 'idle', fromMs: 6_000, toMs: 7_000 }]);
    expect(carriedOn([running], null, 7_000)).toEqual([running]);
    expect(carriedOn([running], { state: 'fault', atMs: 4_000 }, 7_000)).toEqual([running]);
  });
});

describe('stateShares', () => {
  it('adds up each state', () => {
    const segments = stateSegments([{ from: at(1_000), to: at(2_000), value: 'idle' }, { from: at(2_000), to: at(5_000), value: 'running' }, { from: at(5_000), to: at(6_000), value: 'idle' }], range);
    expect(stateShares(segments)).toEqual([{ state: 'running', durationMs: 3_000 }, { state: 'idle', durationMs: 2_000 }]);
  });
});
