import { Readable } from 'node:stream';
import { expect, it } from '@jest/globals';
import { linesOf } from './lines.js';

async function read(chunks: readonly string[], maxBytes = 100): Promise<[number, string][]> {
  const lines: [number, string][] = [];
  for await (const { number, bytes } of linesOf(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), maxBytes)) lines.push([number, bytes.toString()]);
  return lines;
}

it.each([
  [['a\nb\n'], [[1, 'a'], [2, 'b']]],
  [['a\n', 'b'], [[1, 'a'], [2, 'b']]],
  [['a', 'b\nc', '\n', 'd\r\n'], [[1, 'ab'], [2, 'c'], [3, 'd\r']]],
  [['\n \n\t\r\na'], [[4, 'a']]],
  [['温', '度\n'], [[1, '温度']]],
  [[], []],
])('reads %j', async (chunks, lines) => {
  expect(await read(chunks)).toEqual(lines);
});

it('gives up a line that is too long before it is whole, and not many that are not', async () => {
  expect(await read(['12345\n12345\n', '12', '345'], 5)).toHaveLength(3);
  await expect(read(['1234', '56'], 5)).rejects.toMatchObject({ code: 'PAYLOAD.TOO_LARGE', details: { maxBytes: 5 } });
});
