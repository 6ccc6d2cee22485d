import { expect, it } from '@jest/globals';
import { copyPrefix } from './copy-prefix.js';
import { CopyEncoder } from './copy-rows.js';
import type { Row } from './rows.js';

const TENANT = '0123abcd-4567-4fff-8000-00000000ffff';
const shape = { tenantId: TENANT, id: 0x01020304, seriesIds: [1, 2], copyPrefix: copyPrefix(TENANT, 0x01020304) };

function row(values: Partial<Row>): Row {
  return { shape, atUs: 946_684_800_000_001, arrival: 2 ** 40 + 5, num: [1.5, null], rich: null, ...values };
}

it('writes what PostgreSQL documents, byte for byte', () => {
  const hex = Buffer.from(new CopyEncoder().encode([row({ rich: '{"2":"é"}' })])).toString('hex');
  expect(hex).toBe(
    [
      '5047434f50590aff0d0a00', '00000000', '00000000', // signature, flags, no extension
      '0006',
      '00000010', TENANT.replaceAll('-', ''),
      '00000004', '01020304',
      '00000008', '0000000000000001', // one microsecond after 2000-01-01
      '00000008', '0000010000000005',
      '00000024', '00000001', '00000001', '000002bd', '00000002', '00000001', // one dimension, with nulls, float8, two from 1
      '00000008', '3ff8000000000000', 'ffffffff',
      '0000000b', '01', Buffer.from('{"2":"é"}').toString('hex'),
      'ffff',
    ].join(''),
  );
});

it('writes instants before 2000 as negative, and no `rich` as NULL', () => {
  const bytes = new CopyEncoder().encode([row({ atUs: 946_684_799_999_999, num: [1, 2] })]);
  expect(bytes.toString('hex')).toContain('00000008ffffffffffffffff');
  expect(bytes.subarray(-6).toString('hex')).toBe('ffffffffffff');
});

it('grows to the largest batch, and a smaller one after it is whole', () => {
  const encoder = new CopyEncoder();
  const small = Buffer.from(encoder.encode([row({})]));
  const large = encoder.encode(Array.from({ length: 20_000 }, () => row({})));
  expect(large.length).toBe(19 + 20_000 * (small.length - 21) + 2);
  expect(encoder.encode([row({})]).equals(small)).toBe(true);
});
