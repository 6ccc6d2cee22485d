import { describe, expect, it } from '@jest/globals';
import { auditFilter, exportHref } from './audit-question';

const [FROM, TO] = [Date.parse('2026-03-01T08:12:13.000Z'), Date.parse('2026-03-02T08:12:13.000Z')];

describe('what is asked of a trail', () => {
  it('is a span that stands still, to its ends', () => {
    expect(auditFilter({ person: '王', action: 'device.renamed', actorKind: 'USER' }, { fromMs: FROM, toMs: TO, isMoving: false })).toEqual({
      person: '王', actions: ['device.renamed'], actorKind: 'USER', from: '2026-03-01T08:12:13.000Z', to: '2026-03-02T08:12:13.000Z',
    });
  });

  it('is the same for an hour where the span moves', () => {
    const at = (ms: number): object => auditFilter({}, { fromMs: FROM + ms, toMs: TO + ms, isMoving: true });
    expect(at(0)).toEqual({ from: '2026-03-01T08:00:00.000Z' });
    expect(at(60_000)).toEqual(at(0));
  });

  it('is handed out by an address that says the same', () => {
    const filter = auditFilter({ subjectId: 'd&1', action: 'device.renamed' }, { fromMs: FROM, toMs: TO, isMoving: true });
    expect(exportHref('csv', filter)).toBe('/api/audit/export?format=csv&subjectId=d%261&from=2026-03-01T08%3A00%3A00.000Z&actions=device.renamed');
  });
});
