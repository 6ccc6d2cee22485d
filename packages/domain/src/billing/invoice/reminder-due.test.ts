import { describe, expect, it } from '@jest/globals';
import { reminderDue } from './reminder-due.js';

describe('the reminder of an invoice', () => {
  it('comes on the first, third, seventh and fourteenth day, each once', () => {
    let sent = 0;
    const told: number[] = [];
    for (let day = -3; day < 40; day += 1) {
      const due = reminderDue(day, sent);
      if (due !== null) told.push((sent = due) === day ? day : Number.NaN);
    }
    expect(told).toEqual([1, 3, 7, 14]);
  });

  it('passes over what is no longer so, and is not brought again by a clock that was set back', () => {
    expect([reminderDue(10, 0), reminderDue(10, 7), reminderDue(2, 7), reminderDue(0, 0)]).toEqual([7, null, null, null]);
  });
});
