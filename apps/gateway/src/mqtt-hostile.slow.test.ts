import { afterAll, beforeAll, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { outliveHostility } from './testing/hostile-connections.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway({ mqtt: { maxPacketBytes: 8_192 } })));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

// The first seed is the daily run's.
it.each([2, 3, 4, 5])('outlives 1,000 hostile connections (seed %d) and serves an honest client beside them', (seed) => outliveHostility(test, seed), 60_000);
