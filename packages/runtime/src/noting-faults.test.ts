import { expect, it } from '@jest/globals';
import { bug, toAppError } from '@tenon/kernel';
import { notingFaults, type NotedFault } from './noting-faults.js';

function noted(event: string, facts: object): { fault: NotedFault | undefined; logged: object } {
  const notes: NotedFault[] = [];
  const lines: object[] = [];
  const silent = (): void => undefined;
  notingFaults({ debug: silent, info: silent, warn: silent, error: (_event, more) => void lines.push(more ?? {}) }, (fault) => notes.push(fault)).error(event, { ...facts });
  return { fault: notes[0], logged: lines[0] ?? {} };
}

it('a bug is noted by operation, code and our own place, with the mark of its line in the log', () => {
  const { fault, logged } = noted('graphql.bug', { path: 'devices.nodes.0.name', error: bug('TEST.BROKEN', 'told of 王工 <wang@example.com>') });
  expect(fault).toEqual({ event: 'graphql.bug', operation: 'devices', label: 'TEST.BROKEN', frame: expect.stringMatching(/^packages\/runtime\/src\/noting-faults\.test\.ts:\d+$/), trace: expect.stringMatching(/^[0-9a-f]{8}$/) });
  expect(logged).toMatchObject({ fault: fault?.trace, path: 'devices.nodes.0.name' });
});

it('what lies behind INTERNAL is named by its kind and code, and by nothing that it says', () => {
  const behind = Object.assign(new RangeError('Key (email)=(wang@example.com) already exists.'), { code: '23505' });
  const { fault } = noted('job.failed', { job: 'identity.send-mail', error: toAppError(behind) });
  expect(fault).toMatchObject({ operation: 'identity.send-mail', label: 'INTERNAL RangeError 23505' });
  expect(JSON.stringify(fault)).not.toContain('wang');
});

it('a name that is a text is left out', () => {
  const error = new Error('x');
  error.name = 'wang@example.com said';
  expect(noted('e', { path: '王工', error }).fault).toMatchObject({ operation: 'OTHER', label: 'OTHER' });
});

it('what is logged without an error is no fault', () => {
  expect(noted('e', { job: 'x' })).toEqual({ fault: undefined, logged: { job: 'x' } });
});
