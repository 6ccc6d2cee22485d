import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { auditForm, ChainCheck, GENESIS_HASH } from '@tenon/domain/audit';
import { databaseOfBefore, trailOf, type DatabaseOfBefore, type TestDatabase } from '@tenon/testing';
import { createHash } from 'node:crypto';

const CHAIN = '20261126030000_audit_chain';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const [A, B, QUIET] = ['a', 'b', 'c'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`) as [string, string, string];

let before: DatabaseOfBefore;
let test: TestDatabase;
beforeAll(async () => {
  before = await databaseOfBefore(CHAIN);
  ({ test } = before);
});
afterAll(() => before.close());

it('what was written before the chain is chained by its time, and is followed on', async () => {
  await test.sql(`INSERT INTO tenant (id, name) VALUES ($1, 'A'), ($2, 'B'), ($3, 'Quiet')`, [A, B, QUIET]);
  const old = `INSERT INTO audit_entry (tenant_id, at, action, actor_kind, actor_id, actor, details) VALUES ($1, $2, $3, 'user', 'u', '王工@example.com', $4)`;
  await test.sql(old, [A, '2026-01-02T00:00:00Z', 'device.renamed', { deviceId: 'd', before: '冲床', after: '铣床 🏭' }]);
  await test.sql(old, [B, '2026-01-02T00:00:00Z', 'tenant.created', { name: 'B' }]);
  await test.sql(old, [A, '2026-01-01T00:00:00Z', 'tenant.created', { name: 'A' }]);

  await before.migrate();

  await test.sql(`INSERT INTO audit_entry (tenant_id, action, actor_kind, actor, details) VALUES ($1, 'device.deleted', 'user', 'x', '{}')`, [A]);
  const entries = [...(await trailOf(test, A)), ...(await trailOf(test, B))];
  expect(entries.map(({ tenantId, seq, action, subjectId }) => [tenantId, seq, action, subjectId])).toEqual([
    [A, 1, 'tenant.created', A], [A, 2, 'device.renamed', 'd'], [A, 3, 'device.deleted', null], [B, 1, 'tenant.created', B],
  ]);
  for (const company of [A, B]) {
    const check = new ChainCheck({ seq: 0, hash: GENESIS_HASH }, sha256);
    for (const entry of entries.filter(({ tenantId }) => tenantId === company)) check.add(entry);
    const [head] = await test.sql<{ seq: number; hash: string }>(`SELECT seq::int, encode(hash, 'hex') AS hash FROM audit_head WHERE tenant_id = $1`, [company]);
    expect(check.faults(head)).toEqual([]);
  }
  expect(sha256(auditForm(entries[0]!))).toBe(entries[0]?.hash);
  expect(await test.sql('SELECT 1 FROM audit_head WHERE tenant_id = $1', [QUIET])).toEqual([]);
});
