import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { whoIs } from './testing/colleagues.js';
import { beginning, officer } from './testing/impersonators.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let a: TestPerson;
let b: TestPerson;
let ids: Record<'a' | 'b', string>;
let support: TestPerson;

beforeAll(async () => {
  api = await testApi();
  [a, b] = [await api.newcomer('A'), await api.newcomer('B')];
  ids = { a: (await whoIs(a)).tenant!.id, b: (await whoIs(b)).tenant!.id };
  support = await officer(api, 'support');
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(() => api.close());

const codesOf = ({ errors }: Answer): string[] => (errors ?? []).map(({ extensions }) => extensions.code);
const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();
const WRITE = 'mutation ($input: WriteAnnouncementInput!) { writeAnnouncement(input: $input) { id } }';
/** The bystander's company has a plan of its own; nothing here is for it. */
const input = (more: object = {}) => ({ input: { severity: 'INFO', textZh: '周六升级', textEn: 'Upgrade on Saturday', fromAt: hours(-1), toAt: hours(1), companyIds: [ids.a], ...more } });
const write = async (more: object = {}): Promise<string> => (await support.get<{ writeAnnouncement: { id: string } }>(WRITE, input(more))).writeAnnouncement.id;
const publish = async (more: object = {}): Promise<string> => {
  const id = await write(more);
  await support.get('mutation ($id: ID!) { publishAnnouncement(id: $id) { publishedBy } }', { id });
  return id;
};
const withdraw = (id: string): Promise<object> => support.get('mutation ($id: ID!) { withdrawAnnouncement(id: $id) { withdrawnBy } }', { id });
const seen = async (person: TestPerson): Promise<string[]> => (await person.get<{ viewer: { announcements: { id: string }[] } }>('{ viewer { announcements { id } } }')).viewer.announcements.map(({ id }) => id);
const putAway = (person: TestPerson, id: string): Promise<Answer> => person.ask('mutation ($id: ID!) { putAnnouncementAway(id: $id) }', { id });
const told = (id: string): Promise<{ company: string }[]> => api.database.sql(`SELECT tenant_id AS company FROM outbox WHERE job = 'notices.raised' AND payload->>'noticeId' = $1`, [id]);

describe('an announcement', () => {
  it('is written by support, whole, and shown to nobody before it is published', async () => {
    expect(codesOf(await (await officer(api, 'review')).ask(WRITE, input()))).toEqual(['AUTH.FORBIDDEN']);
    expect(codesOf(await support.ask(WRITE, input({ textEn: ' ' })))).toEqual(['ANNOUNCEMENT.TEXT']);
    expect(codesOf(await support.ask(WRITE, input({ companyIds: ['nobody'] })))).toEqual(['ANNOUNCEMENT.AUDIENCE']);
    const id = await write();
    expect(await seen(a)).toEqual([]);
    expect(codesOf(await putAway(a, id))).toEqual(['ANNOUNCEMENT.NOT_FOUND']);
    await withdraw(id);
    expect(codesOf(await support.ask('mutation ($id: ID!) { publishAnnouncement(id: $id) { id } }', { id }))).toEqual(['ANNOUNCEMENT.NOT_A_DRAFT']);
  });

  it('is for whom it is for, while it lasts, and stands in their trail', async () => {
    const id = await publish();
    expect([await seen(a), await seen(b)]).toEqual([[id], []]);
    const [early, late] = [await publish({ fromAt: hours(1), toAt: hours(2) }), await publish({ fromAt: hours(-3), toAt: hours(-2) })];
    expect((await seen(a)).filter((each) => [early, late].includes(each))).toEqual([]);
    const { auditTrail } = await a.get<{ auditTrail: { nodes: { action: string; actor: string; subjectId: string }[] } }>('{ auditTrail { nodes { action actor subjectId } } }');
    expect(auditTrail.nodes).toContainEqual({ action: 'announcement.published', actor: 'platform', subjectId: id });
    for (const each of [id, early, late]) await withdraw(each);
    expect(await seen(a)).toEqual([]);
  });

  it('for a plan is for those on it', async () => {
    await api.database.sql(`INSERT INTO plan_choice (tenant_id, id, plan, from_day, due_minor) VALUES ($1, gen_random_uuid(), 'starter', '2026-01-01', 0)`, [ids.b]);
    const id = await publish({ companyIds: [], plans: ['STARTER'] });
    expect([await seen(a), await seen(b)]).toEqual([[], [id]]);
    expect(codesOf(await putAway(a, id))).toEqual(['ANNOUNCEMENT.NOT_FOUND']);
    await withdraw(id);
  });

  it('is put away by each person for themselves, unless it is of an incident', async () => {
    const [news, incident] = [await publish(), await publish({ severity: 'INCIDENT' })];
    expect(await seen(a)).toEqual([incident, news]);
    expect(codesOf(await putAway(a, incident))).toEqual(['ANNOUNCEMENT.STAYS']);
    expect(codesOf(await putAway(a, news))).toEqual([]);
    expect(await seen(a)).toEqual([incident]);
    await support.get(...beginning(ids.a));
    expect(await seen(support)).toEqual([incident, news]);
    await support.get('mutation { endImpersonation }');
    for (const each of [news, incident]) await withdraw(each);
  });

  it('comes into inboxes once where it is more than news', async () => {
    const [news, maintenance] = [await publish(), await publish({ severity: 'MAINTENANCE' })];
    expect(codesOf(await support.ask('mutation ($id: ID!) { publishAnnouncement(id: $id) { id } }', { id: maintenance }))).toEqual(['ANNOUNCEMENT.NOT_A_DRAFT']);
    expect([await told(news), await told(maintenance)]).toEqual([[], [{ company: ids.a }]]);
    for (const each of [news, maintenance]) await withdraw(each);
  });
});
