import { expect, it } from '@jest/globals';
import { printableDetails, sampleOf } from './refusal-sample.js';

it('shows the start of a message, with a dot for what has no shape', () => {
  expect(sampleOf(Buffer.from('{"x":\u0000\u0007 1,\n"温度":2}'))).toBe('{"x":·· 1, "温度":2}');
  expect(sampleOf(Buffer.from([0xff, 0x41]))).toBe('\ufffdA');
  expect(sampleOf('x'.repeat(1_000))).toHaveLength(256);
  expect(sampleOf(Buffer.from('温'.repeat(1_000)))).toHaveLength(256);
});

it('makes details storable that are a machine’s own text', () => {
  expect(printableDetails({ topic: 'a\u0000\ud800b', count: 3, found: null })).toEqual({ topic: 'a··b', count: 3, found: null });
});
