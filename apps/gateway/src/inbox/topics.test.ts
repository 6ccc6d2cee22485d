import { expect, it } from '@jest/globals';
import { isSubscribable, publishTopic } from './topics.js';

it.each([
  ['v1/devices/me/telemetry', { kind: 'telemetry', isHistory: false }],
  ['v1/devices/me/telemetry/history', { kind: 'telemetry', isHistory: true }],
  ['v1/devices/me/attributes', { kind: 'attributes', isHistory: false }],
  ['v1/devices/me/telemetry/', undefined],
  ['constructor', undefined],
  ['', undefined],
])('%s means %j', (topic, meaning) => {
  expect(publishTopic(topic)).toEqual(meaning);
});

it.each([
  ['v1/devices/me/attributes', true],
  ['v1/devices/me/rpc/request/+', true],
  ['v1/devices/me/telemetry', false],
  ['v1/devices/+/attributes', false],
  ['#', false],
])('listening to %s: %s', (filter, isOwn) => {
  expect(isSubscribable(filter)).toBe(isOwn);
});
