import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CAUSES, mayMove, move, placeOf, type Cause, type Standing } from '@tenon/domain/life';
import type { TenantId } from '@tenon/kernel';
import { trailOf } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import pg from 'pg';
import { readStanding } from '../persistence/standing.repository.js';
import { billingWorld, type BillingWorld } from '../testing/billing-world.js';
import { moveCompany } from './move-company.js';
import { placeWord } from './tell-move.js';
import { voiceInCompany } from './voice.js';

const running = ['trial', 'active', 'past-due'].map((state) => ({ state, sinceDay: 100 }) as Standing);
const lapsed = (['trial-ended', 'unpaid'] as const).map((because): Standing => ({ state: 'suspended', because, sinceDay: 100 }));
const office = [...running, ...lapsed].map((before): Standing => ({ state: 'suspended', because: 'office', sinceDay: 100, before }));
const closed = [...running, ...lapsed, ...office].map((before): Standing => ({ state: 'closed', sinceDay: 100, before }));
const PLACES: readonly Standing[] = [...running, ...lapsed, ...office, ...closed, { state: 'erased', sinceDay: 100 }];

let world: BillingWorld;
beforeAll(async () => {
  world = await billingWorld();
});
guardBystander({ database: () => world.database });
afterAll(() => world.close());

/** What is kept of a company: where it stands, what those read who ask with each request, and its moves. */
async function keptOf(id: TenantId) {
  const { standing } = await world.db.tenant.transaction(world.actor(id), (tx) => readStanding(tx, id));
  const [read] = await world.database.sql('SELECT state, suspended_because AS because FROM tenant WHERE id = $1', [id]);
  const moves = await world.database.sql<{ cause: string }>('SELECT cause FROM company_move WHERE tenant_id = $1 ORDER BY move_no', [id]);
  return { standing, read, moves: moves.map(({ cause }) => cause) };
}

const standing = (id: TenantId, at: Standing): Promise<unknown> =>
  world.database.sql(
    `WITH standing AS (UPDATE company_standing SET state = $2, because = $3, since_day = DATE '1970-01-01' + $4::int, held = $5 WHERE tenant_id = $1) UPDATE tenant SET state = $2, suspended_because = $3 WHERE id = $1`,
    [id, at.state, placeOf(at).because, at.sinceDay, 'before' in at ? JSON.stringify(at.before) : null],
  );

const moving = (id: TenantId, cause: Cause, reason?: string): Promise<Standing> =>
  world.db.tenant.transaction(world.actor(id), (tx) => moveCompany(tx, voiceInCompany(tx), { tenantId: id, cause, ...(reason !== undefined && { reason }) }));

const codeOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'moved', (error: unknown) => (error as { code?: unknown }).code);

const today = (): number => Math.floor((Date.now() + 8 * 3_600_000) / 86_400_000);

describe('the door of a company’s life', () => {
  const pairs = PLACES.flatMap((from) => CAUSES.map((cause) => [placeWord(from) + ('before' in from ? ` of ${placeWord(from.before)}` : ''), cause, from] as const));
  const legal = pairs.filter(([, cause, from]) => mayMove(from, cause));

  it.each(legal)('%s, %s: is kept as the table says, in every place where it is read', async (_, cause, from) => {
    const id = await world.company({ chosen: [] });
    await standing(id, from);
    const day = today();
    await moving(id, cause);
    const next = move(from, cause, day);
    expect(await keptOf(id)).toEqual({ standing: next, read: placeOf(next), moves: ['signed-up', cause] });
    expect((await trailOf(world.database, id)).map(({ details }) => JSON.parse(details) as unknown)).toEqual([{ cause, before: { standing: placeWord(from) }, after: { standing: placeWord(next) } }]);
    const told = await world.database.sql<{ kind: string }>(`SELECT payload ->> 'kind' AS kind FROM outbox WHERE tenant_id = $1 AND job = 'notices.raised'`, [id]);
    // What is erased has nobody left to be told; who owned it is mailed the certificate.
    expect(told).toHaveLength(next.state === 'erased' ? 0 : 1);
  });

  it('refuses every other move, and nothing of it stays', async () => {
    const illegal = pairs.filter(([, cause, from]) => !mayMove(from, cause));
    expect(legal.length + illegal.length).toBe(PLACES.length * CAUSES.length);
    const id = await world.company({ chosen: [] });
    for (const [, cause, from] of illegal) {
      await standing(id, from);
      expect(await codeOf(moving(id, cause))).toBe('LIFE.ILLEGAL_MOVE');
      expect(await keptOf(id)).toEqual({ standing: from, read: placeOf(from), moves: ['signed-up'] });
    }
    expect(await trailOf(world.database, id)).toEqual([]);
  });

  it('keeps the office’s words with a company that closes meanwhile and comes back', async () => {
    const id = await world.company({ chosen: [] });
    await moving(id, 'office-suspended', '资料不符');
    await moving(id, 'owner-closed');
    expect(await world.database.sql('SELECT state, suspended_reason AS reason, suspended_at IS NULL AS "isNotSuspended" FROM tenant WHERE id = $1', [id])).toEqual([{ state: 'closed', reason: null, isNotSuspended: true }]);
    await moving(id, 'owner-reopened');
    expect(await world.database.sql('SELECT state, suspended_reason AS reason FROM tenant WHERE id = $1', [id])).toEqual([{ state: 'suspended', reason: '资料不符' }]);
    await moving(id, 'office-resumed');
    expect((await keptOf(id)).moves).toEqual(['signed-up', 'office-suspended', 'owner-closed', 'owner-reopened', 'office-resumed']);
  });

  it('lets of two moves at once the second be judged by where the first led', async () => {
    const id = await world.company({ chosen: [] });
    await standing(id, { state: 'past-due', sinceDay: 100 });
    let second: Promise<unknown> | undefined;
    await world.db.tenant.transaction(world.actor(id), async (tx) => {
      await moveCompany(tx, voiceInCompany(tx), { tenantId: id, cause: 'paid' });
      second = codeOf(moving(id, 'left-unpaid'));
      // The second waits for the lock that the first holds until it ends.
      for (let waiting = 0; waiting === 0; ) {
        [{ waiting }] = (await world.database.sql<{ waiting: number }>(`SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'`)) as [{ waiting: number }];
      }
    });
    expect(await second).toBe('LIFE.ILLEGAL_MOVE');
    expect((await keptOf(id)).standing.state).toBe('active');
  });

  it('tells machines and screens of halts and of their ends, and of nothing else', async () => {
    const id = await world.company({ chosen: [] });
    const heard: unknown[] = [];
    const client = new pg.Client(world.database.databaseUrl);
    await client.connect();
    client.on('notification', ({ payload = '{}' }) => heard.push((JSON.parse(payload) as { kind: unknown }).kind));
    await client.query('LISTEN tenon_device');
    for (const cause of ['plan-chosen', 'invoice-overdue', 'left-unpaid', 'owner-closed', 'owner-reopened', 'paid'] as const) await moving(id, cause);
    // What was told before is handed over before the answer.
    await client.query('SELECT 1');
    await client.end();
    expect(heard).toEqual(['tenant-suspended', 'tenant-suspended', 'tenant-suspended', 'tenant-resumed']);
  });
});
