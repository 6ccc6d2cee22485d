import { expect, it } from '@jest/globals';
import type { HandOver } from '@tenon/devices/ingest';
import { ChildLine } from './child-line.js';

it('takes one command at a time while there is room on its gateway’s connection, and tells where there is none', () => {
  const connection = { room: 5, listensTo: () => true, publish: () => false };
  const heard: string[] = [];
  const line = new ChildLine({ tenantId: 't', deviceId: 'd' }, 'Press', connection, { crowded: () => heard.push('crowded'), relieved: () => heard.push('relieved') });
  expect([line.room, heard]).toEqual([1, []]);
  connection.room = 0;
  expect([line.room, heard]).toEqual([0, ['crowded']]);
  const outcomes: HandOver[] = [];
  line.take({ id: 'c', tenantId: 't', deviceId: 'd', number: 1, method: 'stop', params: {}, expectsAnswer: true, expiresAtMs: 0 } as unknown as Parameters<ChildLine['take']>[0], (outcome) => outcomes.push(outcome));
  expect(outcomes).toEqual(['lost']);
});
