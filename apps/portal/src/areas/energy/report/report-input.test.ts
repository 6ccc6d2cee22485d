import { describe, expect, it } from '@jest/globals';
import { inputsAt, reportDays } from './report-input';

const ZONE = 'Asia/Shanghai';
/** Wednesday 18 March 2026, 10:30 in Shanghai. */
const NOW = Date.parse('2026-03-18T02:30:00Z');

describe('reportDays', () => {
  it('asks for no day still to come, and keeps the range’s own name', () => {
    const week = { fromMs: Date.parse('2026-03-16T00:00:00+08:00'), toMs: Date.parse('2026-03-23T00:00:00+08:00') };
    expect(reportDays(week, NOW, ZONE)).toEqual({ named: week, asked: { fromMs: week.fromMs, toMs: Date.parse('2026-03-19T00:00:00+08:00') } });
  });

  it('leaves a range that lies wholly ahead alone', () => {
    const ahead = { fromMs: Date.parse('2027-01-01T00:00:00+08:00'), toMs: Date.parse('2027-01-02T00:00:00+08:00') };
    expect(reportDays(ahead, NOW, ZONE)).toEqual({ named: ahead, asked: ahead });
  });
});

describe('inputsAt', () => {
  it('asks by days for the range in the address, and for the same days before', () => {
    expect(inputsAt('s1', { range: '7d' }, NOW, ZONE)).toEqual({
      report: { subscriptionId: 's1', from: '2026-03-11T16:00:00.000Z', to: '2026-03-18T16:00:00.000Z', period: 'DAY' },
      before: { subscriptionId: 's1', from: '2026-03-04T16:00:00.000Z', to: '2026-03-10T16:00:00.000Z', period: 'DAY' },
    });
  });

  it('falls back to the last seven days, and compares nothing on a first day', () => {
    expect(inputsAt('s1', {}, NOW, ZONE)).toEqual(inputsAt('s1', { range: '7d' }, NOW, ZONE));
    expect(inputsAt('s1', { range: '1h' }, NOW, ZONE).before).toBeNull();
  });
});
