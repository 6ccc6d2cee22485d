import { describe, expect, it } from '@jest/globals';
import { createBatcher, payloadOf, prepare } from './batches.mjs';

const reading = (row: number, valueCount = 1) => prepare({ row, line: row + 1, endByte: row * 20, atMs: row, values: Array.from({ length: valueCount }, (_, index) => [`k${index}`, row] as const) });
const sizes = (limits: { maxRows: number; maxValues: number; maxBytes: number }, readings: readonly ReturnType<typeof reading>[]) => {
  const batcher = createBatcher(limits);
  const full = readings.map((one) => batcher.add(one)).concat([batcher.end()]);
  return full.flatMap((batch) => (batch ? [batch.map(({ row }) => row)] : []));
};
const wide = { maxRows: 100, maxValues: 1_000, maxBytes: 100_000 };

describe('createBatcher', () => {
  it('closes a message by rows, by values and by bytes', () => {
    const five = [1, 2, 3, 4, 5].map((row) => reading(row));
    expect(sizes({ ...wide, maxRows: 2 }, five)).toEqual([[1, 2], [3, 4], [5]]);
    expect(sizes({ ...wide, maxValues: 7 }, [1, 2, 3].map((row) => reading(row, 3)))).toEqual([[1, 2], [3]]);
    const twoLong = Buffer.byteLength(payloadOf(five.slice(0, 2)));
    expect(sizes({ ...wide, maxBytes: twoLong + 1 }, five)).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('lets a reading that is too large stand alone', () => {
    expect(sizes({ ...wide, maxValues: 2 }, [reading(1), reading(2, 9), reading(3)])).toEqual([[1], [2], [3]]);
  });

  it('counts bytes of UTF-8, not characters', () => {
    const chinese = (row: number) => prepare({ row, line: row, endByte: row, atMs: 0, values: [['状态', '运行'.repeat(20)]] });
    expect(sizes({ ...wide, maxBytes: Buffer.byteLength(payloadOf([chinese(1), chinese(2)])) }, [chinese(1), chinese(2), chinese(3)])).toEqual([[1], [2], [3]]);
  });
});

describe('payloadOf', () => {
  it('is the array of timed readings that the gateway reads', () => {
    const payload = payloadOf([prepare({ row: 1, line: 2, endByte: 3, atMs: 1_514_736_900_000, values: [['say "what"', 3.17], ['text', 'a\nb'], ['on', true]] })]);
    expect(JSON.parse(payload)).toEqual([{ ts: 1_514_736_900_000, values: { 'say "what"': 3.17, text: 'a\nb', on: true } }]);
  });
});
