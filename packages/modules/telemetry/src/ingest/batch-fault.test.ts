import { expect, it } from '@jest/globals';
import { batchFault, isMissingPartition } from './batch-fault.js';

const coded = (code: string, message = ''): Error => Object.assign(new Error(message), { code });

it.each([
  [coded('08006'), 'away'],
  [coded('57P01', 'terminating connection due to administrator command'), 'away'],
  [coded('53300'), 'away'],
  [coded('25006', 'cannot execute COPY FROM in a read-only transaction'), 'away'],
  [coded('42501', 'permission denied'), 'away'],
  [coded('54000'), 'poisoned'],
  [coded('ECONNREFUSED'), 'away'],
  [coded('EPIPE'), 'away'],
  [coded('ENETUNREACH'), 'away'],
  [coded('EMFILE'), 'away'],
  [coded('EADDRNOTAVAIL'), 'away'],
  [coded('EPROTO'), 'away'],
  [coded('CERT_HAS_EXPIRED'), 'away'],
  [coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'away'],
  [coded('ERR_STREAM_PREMATURE_CLOSE'), 'away'],
  [Object.assign(new Error('connect'), { syscall: 'connect' }), 'away'],
  [new Error('The server does not support SSL connections'), 'away'],
  [coded('ERR_OUT_OF_RANGE'), 'poisoned'],
  [new Error('Connection terminated unexpectedly'), 'away'],
  [new Error('timeout exceeded when trying to connect'), 'away'],
  [coded('40P01'), 'again'],
  [coded('42P07', 'relation "telemetry_2026_01" already exists'), 'again'],
  [coded('23514', 'no partition of relation "telemetry" found for row'), 'again'],
  [coded('21000', 'ON CONFLICT DO UPDATE command cannot affect row a second time'), 'poisoned'],
  [coded('23503'), 'poisoned'],
  [coded('22P05'), 'poisoned'],
  [new Error('anything else'), 'poisoned'],
  ['not an error', 'poisoned'],
])('%s is %s', (error, fault) => {
  expect(batchFault(error)).toBe(fault);
});

it('knows a missing partition from another broken check', () => {
  expect(isMissingPartition(coded('23514', 'no partition of relation "telemetry" found for row'))).toBe(true);
  expect(isMissingPartition(coded('23514', 'violates check constraint'))).toBe(false);
});
