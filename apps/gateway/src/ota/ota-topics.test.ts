import { describe, expect, it } from '@jest/globals';
import { isOtaFilter, otaTopic, responseFilters, responseTopic } from './ota-topics.js';

describe('topics of packages', () => {
  it.each([
    ['v2/fw/request/1/chunk/0', 'firmware', 'v2/fw/response/1/chunk/0'],
    ['v2/sw/request/1712345678901/chunk/20', 'software', 'v2/sw/response/1712345678901/chunk/20'],
  ])('%s asks for %s and is answered at %s', (topic, packageKind, answer) => {
    const asked = otaTopic(topic);
    expect(asked).toMatchObject({ packageKind });
    expect(asked && responseTopic(asked)).toBe(answer);
    expect(asked && responseFilters(asked).every(isOtaFilter)).toBe(true);
  });

  it.each(['v2/fw/request/1/chunk', 'v2/fw/request/x/chunk/0', 'v2/fw/request/1/chunk/-1', 'v2/hw/request/1/chunk/0', 'v2/fw/request/1/chunk/0/'])('%s asks for none', (topic) => {
    expect(otaTopic(topic)).toBeUndefined();
  });

  it.each([
    ['v2/fw/response/+/chunk/+', true],
    ['v2/fw/response/+', true],
    ['v2/sw/error', true],
    ['v2/fw/#', false],
    ['v2/fw/request/+/chunk/+', false],
  ])('%s may be listened to: %p', (filter, may) => expect(isOtaFilter(filter)).toBe(may));
});
