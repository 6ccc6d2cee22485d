import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppointStaff } from '@tenon/identity/api';
import { guardBystander } from '@tenon/testing/bystander';
import { codeOf as digitsOf } from '@tenon/testing';
import { whoIs } from './testing/colleagues.js';
import { beginning, officer, REASON } from './testing/impersonators.js';
import { liveClient } from './testing/live-client.js';
import { setUpSecondFactor } from './testing/second-factors.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

const NEVER_MS = 3_600_000;

let api: TestApi;
let owner: TestPerson;
let company: string;
let device: string;
let root: TestPerson;
let support: TestPerson;

beforeAll(async () => {
  api = await testApi({}, { lookEveryMs: NEVER_MS });
  owner = await api.newcomer('宝山冲压厂');
  company = (await whoIs(owner)).tenant!.id;
  device = (await owner.get<{ createDevice: { device: { id: string } } }>('mutation { createDevice(input: { name: "冲床" }) { device { id } } }')).createDevice.device.id;
  [root, support] = [await officer(api, 'root'), await officer(api, 'support')];
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(() => api.close());

const codesOf = ({ errors }: Answer): string[] => (errors ?? []).map(({ extensions }) => extensions.code);
const begin = (person: TestPerson, more: Parameters<typeof beginning>[1] = {}): Promise<Answer> => person.ask(...beginning(company, more));
const end = (person: TestPerson): Promise<object> => person.get('mutation { endImpersonation }');
type Line = { action: string; actorKind: string; actor: string; details: Record<string, unknown> };
const trail = async (): Promise<Line[]> => (await owner.get<{ auditTrail: { nodes: Line[] } }>('{ auditTrail(first: 50) { nodes { action actorKind actor details } } }')).auditTrail.nodes;
const notices = async (): Promise<{ kind: string; facts: Record<string, string> }[]> =>
  api.database.sql(`SELECT payload->>'kind' AS kind, payload->'facts' AS facts FROM outbox WHERE tenant_id = $1 AND job = 'notices.raised' AND payload->>'kind' LIKE 'impersonation.%' ORDER BY id`, [company]);

describe('a look at a company', () => {
  it('is for support and root, with a reason and a length; writing is for root, who names the company', async () => {
    expect(codesOf(await begin(await officer(api, 'finance')))).toEqual(['AUTH.FORBIDDEN']);
    expect(codesOf(await begin(support, { reason: 'x' }))).toEqual(['IMPERSONATION.REASON_REQUIRED']);
    expect(codesOf(await begin(support, { minutes: 90 }))).toEqual(['IMPERSONATION.LENGTH']);
    expect(codesOf(await begin(support, { mayWrite: true, confirmName: '宝山冲压厂' }))).toEqual(['AUTH.FORBIDDEN']);
    expect(codesOf(await begin(root, { mayWrite: true, confirmName: '宝山' }))).toEqual(['IMPERSONATION.CONFIRM_NAME']);
    expect(codesOf(await support.ask(...beginning('nobody')))).toEqual(['TENANT.NOT_FOUND']);
    expect(await api.database.sql('SELECT 1 FROM impersonation WHERE tenant_id = $1', [company])).toEqual([]);
  });

  it('shows what its owner sees, in that session alone, and tells the owner', async () => {
    expect(codesOf(await begin(support))).toEqual([]);
    const seen = await support.get<{ viewer: object; devices: object }>('{ viewer { tenant { id } member { id } impersonation { companyName reason mayWrite } } devices { nodes { id name } } }');
    expect(seen).toEqual({ viewer: { tenant: { id: company }, member: null, impersonation: { companyName: '宝山冲压厂', reason: REASON, mayWrite: false } }, devices: { nodes: [{ id: device, name: '冲床' }] } });
    expect((await trail())[0]).toMatchObject({ action: 'impersonation.begun', actorKind: 'STAFF', actor: 'platform', details: { reason: REASON, access: 'read' } });
    expect(await notices()).toMatchObject([{ kind: 'impersonation.begun', facts: { reason: REASON, minutes: '15', access: 'read' } }]);
    const elsewhere = await api.signIn('support@tenon.example', 'quite a long secret');
    expect(codesOf(await elsewhere.ask('{ devices { totalCount } }'))).toEqual(['AUTH.FORBIDDEN']);
  });

  it('is counted by operation, and is one entry when it ends', async () => {
    await support.get('{ devices { totalCount } }');
    await support.get('{ auditTrail { nodes { id } } }');
    await end(support);
    expect(codesOf(await support.ask('{ devices { totalCount } }'))).toEqual(['AUTH.FORBIDDEN']);
    const lines = (await trail()).filter(({ actor }) => actor === 'platform');
    expect(lines.map(({ action }) => action)).toEqual(['impersonation.ended', 'impersonation.begun']);
    expect(lines[0]?.details).toMatchObject({ endedBy: 'staff', access: 'read', operations: { devices: 2, auditTrail: 1 } });
    expect((await notices())[1]).toMatchObject({ kind: 'impersonation.ended', facts: { asked: '3' } });
    await end(support);
    expect(await notices()).toHaveLength(2);
    const { impersonations } = await root.get<{ impersonations: object[] }>('query ($id: ID!) { impersonations(companyId: $id) { staffEmail endedBy operations { operation count } } }', { id: company });
    expect(impersonations).toMatchObject([{ staffEmail: 'support@tenon.example', endedBy: 'STAFF' }]);
  });

  it('lets root write, in the trail as the platform, within what a program might', async () => {
    await begin(root, { mayWrite: true, confirmName: '宝山冲压厂' });
    await root.get('mutation ($id: ID!) { renameDevice(input: { id: $id, name: "冲床 2" }) { id } }', { id: device });
    const [entry] = await trail();
    expect(entry).toMatchObject({ action: 'device.renamed', actorKind: 'STAFF', actor: 'platform' });
    expect(typeof entry?.details['impersonationId']).toBe('string');
    expect(codesOf(await root.ask('mutation { createRole(input: { name: "x", permissions: [] }) { id } }'))).toEqual(['AUTH.FORBIDDEN']);
  });

  it('ends when another begins', async () => {
    await begin(root);
    const looks = await api.database.sql<{ ended_by: string | null; may_write: boolean }>('SELECT ended_by, may_write FROM impersonation i JOIN auth."user" u ON u.id = i.staff_id WHERE u.email = $1 ORDER BY began_at', ['root@tenon.example']);
    expect(looks).toEqual([{ ended_by: 'another', may_write: true }, { ended_by: null, may_write: false }]);
    expect(codesOf(await root.ask('mutation ($id: ID!) { renameDevice(input: { id: $id, name: "x" }) { id } }', { id: device }))).toEqual(['AUTH.IMPERSONATION_READS']);
    await end(root);
  });

  it('asks for the second factor ten minutes after signing in, and takes a code once', async () => {
    const { secret } = await setUpSecondFactor(support);
    await api.database.sql(`UPDATE auth.session SET "createdAt" = now() - interval '11 minutes'`);
    expect(codesOf(await begin(support))).toEqual(['AUTH.CODE_REQUIRED']);
    expect(codesOf(await begin(support, { code: '000000' }))).toEqual(['AUTH.WRONG_CODE']);
    await api.database.sql('UPDATE auth.second_factor SET last_step = 0');
    const code = digitsOf(secret);
    expect(codesOf(await begin(support, { code }))).toEqual([]);
    expect(codesOf(await begin(support, { code }))).toEqual(['AUTH.WRONG_CODE']);
    await end(support);
    expect(codesOf(await begin(root))).toEqual(['AUTH.CONFIRM_REQUIRED']);
    await api.database.sql(`UPDATE auth.session SET "createdAt" = now()`);
  });
});

describe('the end of a look', () => {
  /** Follows a machine: gives how its socket was closed. */
  async function following(person: TestPerson): Promise<{ closed: Promise<number> }> {
    const live = liveClient(api.url, person.cookie);
    const closed = new Promise<number>((resolve) => live.on('closed', (event) => resolve((event as { code: number }).code)));
    await new Promise<void>((resolve, reject) => {
      live.subscribe({ query: `subscription { deviceChanged(id: "${device}") { name } }` }, { next: () => resolve(), error: reject, complete: () => undefined });
    });
    return { closed };
  }
  const shorten = (ms: number): Promise<unknown> => api.database.sql(`UPDATE impersonation SET ends_at = now() + $1 * interval '1 ms' WHERE ended_at IS NULL`, [ms]);

  it('ends what is followed at once when it is ended, and by itself when its time is over', async () => {
    await begin(support);
    const ended = await following(support);
    await end(support);
    expect(await ended.closed).toBe(4403);
    await begin(support);
    await shorten(1_500);
    const over = await following(support);
    expect(await over.closed).toBe(4403);
    expect(codesOf(await support.ask('{ devices { totalCount } }'))).toEqual(['AUTH.FORBIDDEN']);
    await end(support);
  });

  it('comes with signing out, and with the role', async () => {
    const leaving = await officer(api, 'root');
    await begin(leaving);
    const left = await following(leaving);
    await api.post('/api/auth/sign-out', {}, { cookie: leaving.cookie });
    expect(await left.closed).toBe(4403);
    expect(await api.database.sql(`SELECT ended_by FROM impersonation WHERE settled_at IS NULL`)).toEqual([{ ended_by: 'sign-out' }]);
    await begin(root);
    await api.app.get(AppointStaff, { strict: false }).execute({ email: 'root@tenon.example', password: 'x', name: 'root', role: 'review' });
    expect(codesOf(await root.ask('{ devices { totalCount } }'))).toEqual(['AUTH.FORBIDDEN']);
    await api.app.get(AppointStaff, { strict: false }).execute({ email: 'root@tenon.example', password: 'x', name: 'root', role: 'root' });
    await end(root);
  });
});
