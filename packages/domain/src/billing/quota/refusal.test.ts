import { describe, expect, it } from '@jest/globals';
import { demandRoom, quotaRefusal } from './refusal.js';

const points = { meter: 'pointsADay', used: 90, limit: 100, resetsAtMs: Date.parse('2026-11-27T00:00:00+08:00') } as const;

describe('wanting more', () => {
  it('is let in to the last one', () => expect(quotaRefusal(points, 10)).toBeNull());

  it('is refused whole, with what, where and until when', () => {
    expect(quotaRefusal(points, 11)).toEqual({
      code: 'QUOTA.REACHED',
      details: { meter: 'pointsADay', limit: 100, used: 90, resetsAt: '2026-11-26T16:00:00.000Z' },
    });
  });

  it('has no hour of return for a stock', () => {
    expect(quotaRefusal({ meter: 'devices', used: 10, limit: 10, resetsAtMs: null }, 1)?.details.resetsAt).toBeNull();
  });

  it('throws the same for a use case', () => {
    expect(() => demandRoom(points, 10)).not.toThrow();
    expect(() => demandRoom(points, 11)).toThrow(expect.objectContaining({ kind: 'limited', code: 'QUOTA.REACHED', details: quotaRefusal(points, 11)!.details }));
  });
});
