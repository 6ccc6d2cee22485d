import { describe, expect, it } from '@jest/globals';
import { createSender } from './sender.mjs';
import type { Outcome } from './sender.mjs';

const row = (line: number) => ({ row: line - 1, line, endByte: line * 10, json: String(line), valueCount: 1 });
const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => row(from + index));

/** A gateway that answers what the test says, after a turn of the event loop. */
function world(answer: (lines: readonly number[]) => Outcome | Error, window = 4) {
  const stored: number[] = [];
  const refused: string[] = [];
  let messages = 0;
  let underway = 0;
  let most = 0;
  const sender = createSender({
    window,
    publish: async (payload) => {
      messages += 1;
      most = Math.max(most, (underway += 1));
      await new Promise((resolve) => setImmediate(resolve));
      underway -= 1;
      const outcome = answer(JSON.parse(payload) as number[]);
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    onStored: (readings) => stored.push(...readings.map(({ line }) => line)),
    onRefused: (readings, reason) => refused.push(`${readings.map(({ line }) => line).join(' ')}: ${reason}`),
    pause: () => Promise.resolve(),
  });
  return { sender, stored, refused, messages: () => messages, most: () => most };
}

const refuseIf = (isBad: (line: number) => boolean) => (lines: readonly number[]): Outcome => (lines.some(isBad) ? { kind: 'refused', reason: 'no' } : { kind: 'stored' });

describe('createSender', () => {
  it('never has more on its way than the window', async () => {
    const { sender, stored, most } = world(() => ({ kind: 'stored' }), 3);
    let settled = 0;
    for (let line = 2; line < 22; line += 1) await sender.send([row(line)], () => (settled += 1));
    await sender.drained();
    expect(most()).toBe(3);
    expect(settled).toBe(20);
    expect(stored).toHaveLength(20);
  });

  it('finds the row for which a message is refused, and stores the others', async () => {
    const { sender, stored, refused } = world(refuseIf((line) => line === 37));
    let settled = 0;
    await sender.send(rows(2, 101), () => (settled += 1));
    await sender.drained();
    expect(refused).toEqual(['37: no']);
    expect(stored).toHaveLength(99);
    expect(settled).toBe(1);
  });

  it('gives up the search when everything is refused', async () => {
    const { sender, refused, stored, messages } = world(refuseIf(() => true));
    for (let first = 2; first < 4_002; first += 100) await sender.send(rows(first, first + 99), () => undefined);
    await sender.drained();
    expect(stored).toEqual([]);
    expect(refused.flatMap((entry) => entry.split(': ')[0]?.split(' '))).toHaveLength(4_000);
    expect(messages()).toBeLessThan(20 * 200 + 40);
  });

  it('sends again what the gateway puts off', async () => {
    let isPutOff = true;
    const { sender, stored, refused } = world(() => {
      if (!isPutOff) return { kind: 'stored' };
      isPutOff = false;
      return { kind: 'later' };
    });
    await sender.send([row(2)], () => undefined);
    await sender.drained();
    expect([stored, refused]).toEqual([[2], []]);
  });

  it('fails when nothing can be sent any more, and settles nothing then', async () => {
    const { sender } = world(() => new Error('revoked'), 1);
    let settled = 0;
    await sender.send([row(2)], () => (settled += 1));
    await expect(sender.send([row(3)], () => (settled += 1))).rejects.toThrow('revoked');
    await expect(sender.drained()).rejects.toThrow('revoked');
    expect(settled).toBe(0);
  });
});
