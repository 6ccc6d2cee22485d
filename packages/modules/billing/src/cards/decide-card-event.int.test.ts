import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffActor } from '@tenon/domain/identity';
import { userId } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { DecideCardEvent } from '../application/decide-card-event.js';
import { OfficeCards } from '../application/office-cards.js';
import { cardWorld, FINANCE, type CardWorld } from '../testing/card-world.js';
import type { OwingCompany } from '../testing/owing-company.js';

const ROOT: StaffActor = { ...FINANCE, userId: userId(randomUUID()), email: 'root@tenon.example' };

let world: CardWorld;
let decide: DecideCardEvent;
beforeAll(async () => {
  world = await cardWorld();
  decide = new DecideCardEvent(world.db.system);
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const list = async (first = 100, after?: string) => new OfficeCards(world.db.system).doubtful(FINANCE, { first, after });

/** A message that tells of another amount than was asked for. @returns its id, and the company's invoice */
async function doubtful(): Promise<{ id: string; invoice: OwingCompany }> {
  const invoice = await world.owing();
  await world.press(invoice);
  await world.tell('checkout.session.completed', world.session(invoice, { amount_total: 29_800 }));
  const { nodes } = await list();
  return { id: nodes.find(({ invoiceNumber }) => invoiceNumber === invoice.number)!.id, invoice };
}

/** Lets all of this begin while somebody else holds the message, so that it really happens at once. */
async function atOnce<T>(id: string, begin: () => readonly Promise<T>[]): Promise<PromiseSettledResult<T>[]> {
  const begun = await world.db.system.run('test', async (tx) => {
    await tx.execute('SELECT 1 FROM card_event WHERE id = $1 FOR UPDATE', [id]);
    const all = begin();
    const outcomes = Promise.allSettled(all);
    const untilMs = Date.now() + 30_000;
    for (let waiting = 0; waiting < all.length && Date.now() < untilMs; ) {
      const rows = await world.database.sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
      waiting = rows.length;
    }
    return { outcomes };
  });
  return begun.outcomes;
}

const trailOf = ({ company }: OwingCompany) => world.database.sql(`SELECT action, actor_id, details FROM audit_entry WHERE tenant_id = $1 AND action LIKE 'invoice.card-message%' ORDER BY seq`, [company]);
const decisionsOf = (id: string) => world.database.sql('SELECT is_settled, reason, decided_by FROM card_event_decision WHERE event_id = $1 ORDER BY decided_at, id', [id]);

describe('a message that nobody could place', () => {
  it('is dealt with for a reason that is kept, counts no longer, and is opened again', async () => {
    const { id, invoice } = await doubtful();
    const before = (await list()).openCount;
    expect(await decide.settle(FINANCE, { id, reason: '  refunded at Stripe ' })).toMatchObject({ id, settledAt: expect.any(Date), decisions: [{ isSettled: true, reason: 'refunded at Stripe', decidedBy: FINANCE.email }] });
    expect((await list()).openCount).toBe(before - 1);
    expect(await decide.reopen(ROOT, { id, reason: 'the refund failed' })).toMatchObject({ settledAt: null, decisions: [{ isSettled: false, reason: 'the refund failed', decidedBy: ROOT.email }, { isSettled: true }] });
    expect((await list()).openCount).toBe(before);
    expect(await decisionsOf(id)).toEqual([
      { is_settled: true, reason: 'refunded at Stripe', decided_by: FINANCE.email },
      { is_settled: false, reason: 'the refund failed', decided_by: ROOT.email },
    ]);
    expect(await trailOf(invoice)).toEqual([
      { action: 'invoice.card-message-settled', actor_id: FINANCE.userId, details: { eventId: id, number: invoice.number, reason: 'refunded at Stripe' } },
      { action: 'invoice.card-message-reopened', actor_id: ROOT.userId, details: { eventId: id, number: invoice.number, reason: 'the refund failed' } },
    ]);
  });

  it('stands before those that were dealt with, over pages too', async () => {
    const made = [await doubtful(), await doubtful(), await doubtful()].map(({ id }) => id);
    await decide.settle(FINANCE, { id: made[2]!, reason: 'done' });
    const seen: { id: string; settledAt: Date | null }[] = [];
    for (let after: string | undefined; ; ) {
      const page = await list(1, after);
      seen.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor ?? undefined;
    }
    expect(seen.map(({ id }) => id)).toEqual((await list()).nodes.map(({ id }) => id));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    const open = seen.filter(({ settledAt }) => settledAt === null).map(({ id }) => id);
    expect(seen.slice(0, open.length).map(({ id }) => id)).toEqual(open);
    expect(open.slice(0, 2)).toEqual([made[1], made[0]]);
    expect(seen.slice(open.length).map(({ id }) => id)).toEqual([made[2]]);
  });

  it('is dealt with once where two do at once: the second is told who did it and when', async () => {
    const { id, invoice } = await doubtful();
    const outcomes = await atOnce(id, () => [FINANCE, ROOT].map((staff) => decide.settle(staff, { id, reason: `by ${staff.email}` })));
    const won = outcomes.findIndex(({ status }) => status === 'fulfilled');
    const [winner] = await decisionsOf(id);
    expect(winner).toMatchObject({ decided_by: [FINANCE, ROOT][won]!.email });
    expect(outcomes[1 - won]).toMatchObject({ status: 'rejected', reason: { code: 'CARD.MESSAGE_SETTLED', details: { by: [FINANCE, ROOT][won]!.email, at: expect.stringMatching(/^\d{4}-.*Z$/) } } });
    expect([await decisionsOf(id), await trailOf(invoice)].map(({ length }) => length)).toEqual([1, 1]);
    await decide.reopen(FINANCE, { id, reason: 'not yet' });
    await expect(decide.reopen(ROOT, { id, reason: 'not yet' })).rejects.toMatchObject({ code: 'CARD.MESSAGE_OPEN', details: { by: FINANCE.email } });
  });

  it('that tells of no invoice is dealt with too, and stands in no company’s trail', async () => {
    await world.tell('refund.created', { object: 'refund', payment_intent: 'pi_of_nobody', metadata: {}, status: 'succeeded', amount: 100, currency: 'cny' });
    const { id } = (await list()).nodes.find(({ news }) => 'intent' in news && news.intent === 'pi_of_nobody')!;
    await decide.settle(FINANCE, { id, reason: 'another shop of ours' });
    expect(await decisionsOf(id)).toHaveLength(1);
    expect(await world.database.sql(`SELECT 1 FROM audit_entry WHERE details->>'eventId' = $1`, [id])).toEqual([]);
  });

  it.each([['', 'CARD.REASON'], ['   ', 'CARD.REASON'], ['x'.repeat(501), 'CARD.REASON'], ['a\0b', 'CARD.REASON']])('is not dealt with for the reason %p', async (reason, code) => {
    const { id } = await doubtful();
    await expect(decide.settle(FINANCE, { id, reason })).rejects.toMatchObject({ code });
    expect(await decisionsOf(id)).toEqual([]);
  });

  it.each(['evt_nobody', '', 'a\0b', 'x'.repeat(300)])('%p is none', async (id) => {
    await expect(decide.settle(FINANCE, { id, reason: 'x' })).rejects.toMatchObject({ code: 'CARD.MESSAGE_NOT_FOUND' });
  });

  it('that was placed is none, and what was decided is never changed', async () => {
    const invoice = await world.paid();
    const [{ id }] = (await world.database.sql(`SELECT id FROM card_event WHERE problem IS NULL AND news->>'intent' = $1`, [`pi_${invoice.number}`])) as [{ id: string }];
    await expect(decide.settle(FINANCE, { id, reason: 'x' })).rejects.toMatchObject({ code: 'CARD.MESSAGE_NOT_FOUND' });
    for (const statement of [`UPDATE card_event_decision SET reason = 'other'`, 'DELETE FROM card_event_decision', 'TRUNCATE card_event_decision']) {
      await expect(world.db.system.run('test', (tx) => tx.execute(statement))).rejects.toMatchObject({ code: '42501' });
    }
  });
});
