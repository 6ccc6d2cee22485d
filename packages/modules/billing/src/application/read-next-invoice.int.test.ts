import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { monthOf } from '@tenon/domain/billing';
import { isoDate, localTimeAt, startOfLocalDay } from '@tenon/domain/energy';
import { HOUR_MS, type TenantId } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { billingWorld, type BillingWorld } from '../testing/billing-world.js';
import { ReadNextInvoice, type NextInvoice } from './read-next-invoice.js';

const ZONE = 'Asia/Shanghai';

let world: BillingWorld;
beforeAll(async () => (world = await billingWorld()));
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const next = (company: TenantId): Promise<NextInvoice> => new ReadNextInvoice(world.db.tenant).execute(world.actor(company));
const { localDay: today } = localTimeAt(ZONE, Date.now());
const month = monthOf(today);
/** In each hour of the month so far, and of the four weeks before, as many points. */
const steady = (points: number) => {
  const [from, to] = [Math.min(startOfLocalDay(ZONE, month.firstDay), Date.now() - 28 * 24 * HOUR_MS), Math.floor(Date.now() / HOUR_MS) * HOUR_MS];
  return Array.from({ length: Math.floor((to - from) / HOUR_MS) }, (_, index) => ({ meter: 'pointsADay', hourMs: to - (index + 1) * HOUR_MS, quantity: points }));
};

describe('the next invoice so far', () => {
  it('is what the invoice will be by what was read, with each day’s readings, and says what it will come to', async () => {
    const since = isoDate(monthOf(today, -2).firstDay);
    // A million an hour: 24 million a day, 12 of them beyond starter's quota.
    const company = await world.company({ chosen: [{ plan: 'starter', on: since, dueMinor: 29_900 }], capped: [{ meter: 'pointsADay', cap: 30_000_000, on: since }], read: steady(1_000_000) });
    const draft = await next(company);
    const days = monthOf(month.firstDay).afterLastDay - month.firstDay;
    const own = draft.lines.find(({ kind }) => kind === 'overage');
    const full = today - month.firstDay;
    expect(draft).toMatchObject({ issuedOn: month.afterLastDay, expectedMinor: expect.any(Number) });
    expect(draft.lines[0]).toMatchObject({ kind: 'fee', planId: 'starter', amountMinor: 29_900 });
    if (full > 0) expect(own?.days?.slice(0, full).map(({ beyond }) => beyond)).toEqual(Array.from({ length: full }, () => 12_000_000));
    // What was billed of the month before is nothing here, so all it has beyond is late.
    const late = draft.lines.filter(({ kind }) => kind === 'supplement').reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    expect(draft.grossMinor).toBe(29_900 + (own?.amountMinor ?? 0) + late);
    expect(draft.taxMinor + draft.netMinor).toBe(draft.grossMinor);
    // 0.20 yuan a million: 2.40 a day.
    expect(draft.expectedMinor).toBe(29_900 + 240 * days + late);
  });

  it('is nothing on trial, and foretells nothing from a few hours', async () => {
    const company = await world.company({ chosen: [], read: steady(1_000_000).slice(0, 3) });
    expect(await next(company)).toMatchObject({ lines: [], grossMinor: 0, expectedMinor: null });
    expect(await next(await world.company({ chosen: [] }))).toMatchObject({ lines: [], grossMinor: 0, expectedMinor: 0 });
  });

  it('is written when its day has come, as it was shown', async () => {
    const company = await world.company({ chosen: [{ plan: 'standard', on: isoDate(month.firstDay), dueMinor: 99_900 }], read: [{ meter: 'devices', hourMs: Math.floor(Date.now() / HOUR_MS) * HOUR_MS, quantity: 3 }] });
    const { grossMinor, issuedOn } = await next(company);
    await world.bills.execute(new Date(startOfLocalDay(ZONE, issuedOn) + 3 * HOUR_MS));
    expect((await world.billsOf(company)).filter(({ occasion }) => occasion.startsWith('month:')).map(({ gross }) => gross)).toEqual([grossMinor]);
  });
});
