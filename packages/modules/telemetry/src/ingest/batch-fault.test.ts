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
  [new Error('Connection terminated unexpectedly'), 'away'],
  [new Error('timeout exceeded when trying to connect'), 'away'],
  [coded('40P01'), 'again'],
  [coded('42P07', 'relation "telemetry_2026_01" already exists'), 'again'],
  [coded('23514', 'no partition of relation "telemetry" found for row'), 'again'],
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
