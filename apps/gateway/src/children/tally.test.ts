import { describe, expect, it } from '@jest/globals';
import { invalid, unavailable } from '@tenon/kernel';
import { Tally } from './tally.js';

describe('Tally', () => {
  it('tells once, when all parts are settled', () => {
    const told: unknown[] = [];
    const tally = new Tally((error) => told.push(error));
    const [one, two] = [tally.part(), tally.part()];
    one(null);
    tally.close();
    expect(told).toEqual([]);
    two(null);
    expect(told).toEqual([null]);
  });

  it('tells the first fault, but for one after which the message is sent again', () => {
    const told: unknown[] = [];
    const [first, again] = [invalid('A.FIRST', 'never'), unavailable('A.AGAIN', 'again')];
    const tally = new Tally((error) => told.push(error));
    const parts = [tally.part(), tally.part(), tally.part()];
    parts[0]?.(first);
    parts[1]?.(again);
    parts[2]?.(invalid('A.LAST', 'last'));
    tally.close();
    expect(told).toEqual([again]);
  });
});
