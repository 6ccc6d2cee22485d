import { randomUUID } from 'node:crypto';
import { createClient } from '@clickhouse/client';
import { describe, expect, it } from '@jest/globals';
import { systemActor } from '@tenon/domain/identity';
import { tenantId } from '@tenon/kernel';
import { readClickHouseUrl } from '@tenon/testing';
import { storeContract, type StoreUnderTest } from '../../testing/store-contract.js';
import { ClickHouseStore } from './clickhouse-store.js';

const url = readClickHouseUrl();
const SERIES = { a: { kw: 1, on: 2 }, b: { kw: 3, on: 4 } } as const;

async function open(): Promise<StoreUnderTest & { store: ClickHouseStore }> {
  const client = createClient({ url: url ?? '' });
  const store = new ClickHouseStore(client);
  await store.prepare();
  const companies = { a: tenantId(randomUUID()), b: tenantId(randomUUID()) };
  let arrival = 0;
  return {
    store,
    a: systemActor(companies.a),
    b: systemActor(companies.b),
    seriesId: (of, key) => Promise.resolve(SERIES[of][key as 'kw' | 'on']),
    write: async (to, messages) => {
      const points = messages.flatMap(({ atMs, values }) => {
        arrival += 1;
        return Object.entries(values).map(([key, value]) => ({ seriesId: SERIES[to][key as 'kw' | 'on'], atMs, arrival, value }));
      });
      await store.append(companies[to], points);
      // As whoever was not told that it was done: at least once.
      await store.append(companies[to], points);
    },
    keep: async () => void (await client.command({ query: 'OPTIMIZE TABLE telemetry_point FINAL' })),
    forget: (seriesIds, range) => store.forget(companies.a, seriesIds, range),
    close: async () => {
      for (const company of Object.values(companies)) await store.expire(company, Date.UTC(2200, 0));
      await client.close();
    },
  };
}

if (url === undefined) describe('ClickHouse', () => it.skip('does what a store does (skipped where CLICKHOUSE_URL names no server)', () => undefined));
else {
  storeContract('ClickHouse', open);
  describe('what a company’s plan no longer keeps in ClickHouse', () => {
    it('goes, and nothing of anybody else', async () => {
      const under = await open();
      const at = (ms: number) => [{ atMs: ms, values: { kw: ms } }];
      await under.write('a', [...at(1_000), ...at(2_000)]);
      await under.write('b', at(1_000));
      await under.store.expire(under.a.tenantId, 2_000);
      const left = async (actor: typeof under.a, seriesId: number) => [...(await under.store.points(actor, seriesId, { fromMs: 0, toMs: 10_000 }, 10)).atUs];
      expect([await left(under.a, 1), await left(under.b, 3)]).toEqual([[2_000_000], [1_000_000]]);
      await under.close();
    });
  });
}
