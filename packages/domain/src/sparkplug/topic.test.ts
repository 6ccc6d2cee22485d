import { expect, it } from '@jest/globals';
import { commandFilter, commandTopic, isSparkplugFilter, matchingFilters, sparkplugTopic, statePayload, stateTopic } from './topic.js';

it.each([
  ['spBv1.0/G/NBIRTH/N', { group: 'G', node: 'N', verb: 'NBIRTH', device: null }],
  ['spBv1.0/车间 1/DDATA/N/D', { group: '车间 1', node: 'N', verb: 'DDATA', device: 'D' }],
  ['spBv1.0/G/NBIRTH/N/D', undefined],
  ['spBv1.0/G/DBIRTH/N', undefined],
  ['spBv1.0/G/DBIRTH/N/D/E', undefined],
  ['spBv1.0/G/NCMD/N', undefined],
  ['spBv1.0//NBIRTH/N', undefined],
  ['spBv1.0/G/toString/N', undefined],
  [`spBv1.0/${'g'.repeat(129)}/NBIRTH/N`, undefined],
  ['spAv1.0/G/NBIRTH/N', undefined],
  ['v1/devices/me/telemetry', undefined],
])('%s', (topic, expected) => {
  expect(sparkplugTopic(topic)).toEqual(expected);
});

it.each([
  ['spBv1.0/G/NCMD/N', { group: 'G', node: 'N', verb: 'NCMD', device: null }],
  ['spBv1.0/G/NCMD/N/#', { group: 'G', node: 'N', verb: 'NCMD', device: null }],
  ['spBv1.0/G/DCMD/N/#', { group: 'G', node: 'N', verb: 'DCMD', device: null }],
  ['spBv1.0/G/DCMD/N/+', { group: 'G', node: 'N', verb: 'DCMD', device: null }],
  ['spBv1.0/G/DCMD/N/D', { group: 'G', node: 'N', verb: 'DCMD', device: 'D' }],
  ['spBv1.0/G/DCMD/N', undefined],
  ['spBv1.0/+/NCMD/N', undefined],
  ['spBv1.0/G/NCMD/+', undefined],
  ['spBv1.0/#', undefined],
  ['spBv1.0/G/NDATA/N', undefined],
])('listening to %s', (filter, expected) => {
  expect(commandFilter(filter)).toEqual(expected);
});

it.each([
  ['spBv1.0/STATE/tenon', true],
  ['spBv1.0/STATE/+', true],
  ['spBv1.0/STATE/#', true],
  ['spBv1.0/STATE/', false],
  ['spBv1.0/STATE/a/b', false],
  ['spBv1.0/G/NCMD/N/#', true],
  ['spBv1.0/#', false],
])('%s may be listened to: %s', (filter, expected) => {
  expect(isSparkplugFilter(filter)).toBe(expected);
});

it('knows the filters that a topic matches', () => {
  expect(matchingFilters('spBv1.0/G/NCMD/N')).toEqual(['spBv1.0/G/NCMD/N', 'spBv1.0/G/NCMD/N/#']);
  expect(matchingFilters('spBv1.0/G/DCMD/N/D')).toEqual(['spBv1.0/G/DCMD/N/D', 'spBv1.0/G/DCMD/N/#', 'spBv1.0/G/DCMD/N/+']);
  expect(matchingFilters('spBv1.0/STATE/tenon')).toEqual(['spBv1.0/STATE/tenon', 'spBv1.0/STATE/#', 'spBv1.0/STATE/+']);
});

it('names where commands and states go (tck-id-topics-ncmd-topic, -dcmd-topic, tck-id-host-topic-phid-birth-topic, -birth-payload)', () => {
  expect(commandTopic({ group: 'G', node: 'N' }, null)).toBe('spBv1.0/G/NCMD/N');
  expect(commandTopic({ group: 'G', node: 'N' }, 'D')).toBe('spBv1.0/G/DCMD/N/D');
  expect([stateTopic('tenon'), statePayload(true, 5)]).toEqual(['spBv1.0/STATE/tenon', '{"online":true,"timestamp":5}']);
});
