import { expect, it } from '@jest/globals';
import { DeviceCache } from './device-cache.js';
import type { IngestDevice } from './layout.js';

const device = (n: number): IngestDevice => ({ tenantId: '00000000-0000-4000-8000-000000000001', deviceId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` });

it('lets go of the device that was silent longest, and keeps those that send', () => {
  const cache = new DeviceCache(3, 2);
  const [busy, silent] = [1, 2, 3].map((n) => cache.of(device(n)));
  cache.of(device(1));
  cache.of(device(3));
  cache.of(device(4));
  expect(cache.of(device(1))).toBe(busy);
  expect(cache.of(device(2))).not.toBe(silent);
});

it('never lets go of a device with messages on their way, even when there are too many', () => {
  const cache = new DeviceCache(2, 2);
  const busy = [1, 2].map((n) => cache.of(device(n)));
  for (const metrics of busy) metrics.pending = 1;
  for (let n = 3; n < 200; n += 1) cache.of(device(n));
  expect([1, 2].map((n) => cache.of(device(n)))).toEqual(busy);
  expect([1, 2].every((n, index) => cache.of(device(n)) === busy[index])).toBe(true);
});

it('shrinks again to what it may hold once its devices are quiet', () => {
  const cache = new DeviceCache(2, 2);
  const busy = [1, 2, 3, 4].map((n) => {
    const metrics = cache.of(device(n));
    metrics.pending = 1;
    return metrics;
  });
  for (const metrics of busy) metrics.pending = 0;
  for (let n = 5; n < 8; n += 1) cache.of(device(n));
  expect([1, 2, 3, 4].filter((n, index) => cache.of(device(n)) === busy[index])).toEqual([]);
});

it('brings a device back to the lane it had', () => {
  const cache = new DeviceCache(1, 4);
  const { lane } = cache.of(device(7));
  cache.of(device(8));
  expect(cache.of(device(7)).lane).toBe(lane);
});
