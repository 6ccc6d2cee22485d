import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, type TenantId } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { billingWorld, type BillingWorld } from '../testing/billing-world.js';
import { readStanding } from '../persistence/standing.repository.js';
import { moveCompany } from './move-company.js';
import { placeWord } from './tell-move.js';
import { voiceInCompany } from './voice.js';

let world: BillingWorld;
beforeAll(async () => {
  world = await billingWorld();
});
guardBystander({ database: () => world.database });
afterAll(() => world.close());

/** Noon in Shanghai of a day after the company's first. */
const noon = (day: number): Date => new Date(Math.floor((Date.now() + 8 * HOUR_MS) / DAY_MS) * DAY_MS + day * DAY_MS + 4 * HOUR_MS);

const placeOf = async (id: TenantId): Promise<string> => placeWord((await world.db.tenant.transaction(world.actor(id), (tx) => readStanding(tx, id))).standing);
const toldTo = async (id: TenantId): Promise<readonly string[]> =>
  (await world.database.sql<{ said: string }>(`SELECT concat_ws(' ', payload ->> 'kind', payload #>> '{facts,standing}', payload #>> '{facts,days}') AS said FROM outbox WHERE tenant_id = $1 AND job = 'notices.raised' ORDER BY id`, [id])).map(({ said }) => said);

/** Lets days go by, looking twice on each; gives where the company stood when that changed. */
async function live(id: TenantId, fromDay: number, toDay: number): Promise<readonly string[]> {
  const turns: string[] = [];
  for (let day = fromDay; day <= toDay; day += 1) {
    await world.days.execute(noon(day));
    await world.days.execute(new Date(noon(day).getTime() + HOUR_MS));
    const place = await placeOf(id);
    if (!turns.at(-1)?.endsWith(place)) turns.push(`${day} ${place}`);
  }
  return turns;
}

describe('a company that nobody looks after', () => {
  it('goes from trial to closed on its days, is told once of each thing ahead, and is not erased', async () => {
    const id = await world.company({ chosen: [] });
    expect(await live(id, 0, 130)).toEqual(['0 trial', '30 suspended:trial-ended', '90 closed']);
    expect(await toldTo(id)).toEqual([
      ...[14, 7, 3, 1].map((days) => `tenant.change-ahead trial ${days}`),
      'tenant.standing-changed suspended:trial-ended 60',
      ...[30, 7, 1].map((days) => `tenant.change-ahead suspended:trial-ended ${days}`),
      'tenant.standing-changed closed 30',
      ...[7, 1].map((days) => `tenant.change-ahead closed ${days}`),
    ]);
  });

  it('goes by its own clock: a trial in Kiritimati ends a day before one in Adak', async () => {
    const [east, west] = [await world.company({ timeZone: 'Pacific/Kiritimati', chosen: [] }), await world.company({ timeZone: 'America/Adak', chosen: [] })];
    await world.database.sql(`UPDATE company_standing SET since_day = '2026-06-01' WHERE tenant_id = ANY ($1)`, [[east, west]]);
    // 1 July in Kiritimati, fourteen hours ahead of UTC.
    const begins = new Date('2026-06-30T10:00:00Z');
    await world.days.execute(new Date(begins.getTime() - 1));
    expect([await placeOf(east), await placeOf(west)]).toEqual(['trial', 'trial']);
    await world.days.execute(begins);
    expect([await placeOf(east), await placeOf(west)]).toEqual(['suspended:trial-ended', 'trial']);
  });
});

describe('a company with a late bill', () => {
  it('falls behind the day after it was due, is suspended in fifteen days, and has sixty to pay', async () => {
    const id = await owing(3);
    expect(await live(id, 0, 80)).toEqual(['0 active', '4 past-due', '19 suspended:unpaid', '79 closed']);
    expect((await toldTo(id)).filter((said) => said.includes('past-due'))).toEqual(['tenant.standing-changed past-due 15', 'tenant.change-ahead past-due 7', 'tenant.change-ahead past-due 1']);
  });

  it('is looked at by two workers at once and moved by one', async () => {
    const id = await owing(-1);
    await Promise.all([world.days.execute(noon(0)), world.days.execute(noon(0)), world.days.execute(noon(0))]);
    expect(await placeOf(id)).toBe('past-due');
    expect((await toldTo(id)).filter((said) => said.startsWith('tenant.standing-changed past-due'))).toHaveLength(1);
  });
});

describe('a clock that jumps', () => {
  it('forward takes one step, whose days begin anew; back it makes nothing due, and nothing is told twice', async () => {
    const id = await world.company({ chosen: [] });
    await world.days.execute(noon(1_000));
    expect(await placeOf(id)).toBe('suspended:trial-ended');
    await world.days.execute(noon(1_000));
    await world.days.execute(noon(0));
    await world.days.execute(noon(-1_000));
    expect(await placeOf(id)).toBe('suspended:trial-ended');
    await world.days.execute(noon(1_000));
    expect(await toldTo(id)).toEqual(['tenant.standing-changed suspended:trial-ended 60']);
  });
});

it('what the office suspended waits for the office, however long', async () => {
  const id = await world.company({ chosen: [] });
  await world.db.tenant.transaction(world.actor(id), (tx) => moveCompany(tx, voiceInCompany(tx), { tenantId: id, cause: 'office-suspended', reason: '资料不符' }));
  await world.days.execute(noon(400));
  expect(await placeOf(id)).toBe('suspended:office');
});

/** An active company with a bill of which all is owed, due so many days from its first. */
async function owing(dueIn: number): Promise<TenantId> {
  const id = await world.company({ chosen: [{ plan: 'starter', on: '2099-01-01' }] });
  await world.db.tenant.transaction(world.actor(id), (tx) => moveCompany(tx, voiceInCompany(tx), { tenantId: id, cause: 'plan-chosen' }));
  await world.database.sql(
    `INSERT INTO invoice (tenant_id, id, occasion, issued_on, due_on, gross_minor, tax_minor, net_minor, buyer) VALUES ($1, gen_random_uuid(), 'month:2026-01', $2, $2, 29900, 1692, 28208, '{}')`,
    [id, noon(dueIn).toISOString().slice(0, 10)],
  );
  return id;
}
