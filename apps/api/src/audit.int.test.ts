import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChainCheck, GENESIS_HASH, readExportLine, type AuditEntry } from '@tenon/domain/audit';
import { AppointStaff } from '@tenon/identity/api';
import { guardBystander } from '@tenon/testing/bystander';
import { createHash } from 'node:crypto';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const STAFF = { email: 'root@tenon.example', password: 'quite a long secret' };
const FIELDS = 'id at action actorKind actor via address userAgent subjectKind subjectId details hash';

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly actorKind: string;
  readonly actor: string;
  readonly via: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly details: Record<string, unknown>;
}

interface Paged {
  readonly auditTrail: { readonly nodes: readonly Entry[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } };
}

let api: TestApi;
let owner: TestPerson;
let other: TestPerson;
let device: string;
let company: string;
let startedMs: number;

beforeAll(async () => {
  api = await testApi();
  startedMs = Date.now();
  owner = await api.signUp('宝山冲压厂');
  other = await api.newcomer('别家');
  company = (await owner.get<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }')).viewer.tenant.id;
  device = (await owner.get<{ createDevice: { device: { id: string } } }>('mutation { createDevice(input: { name: "冲床" }) { device { id } } }')).createDevice.device.id;
  const renaming = { query: 'mutation ($id: ID!) { renameDevice(input: { id: $id, name: "=铣床" }) { id } }', variables: { id: device } };
  await api.post('/graphql', renaming, { cookie: owner.cookie, 'user-agent': `Test/1 ${'x'.repeat(400)}` });
  await other.get('mutation { createDevice(input: { name: "别家的" }) { token } }');
  await api.app.get(AppointStaff, { strict: false }).execute({ ...STAFF, name: 'root', role: 'root' });
  const root = await api.signIn(STAFF.email, STAFF.password);
  await root.get('query ($id: ID!) { company(id: $id) { name } }', { id: company });
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const trail = async (filter: object = {}, person = owner): Promise<Entry[]> =>
  (await person.get<{ auditTrail: { nodes: Entry[] } }>(`query ($filter: AuditFilter) { auditTrail(filter: $filter) { nodes { ${FIELDS} } } }`, { filter })).auditTrail.nodes;
const actions = async (filter: object): Promise<string[]> => (await trail(filter)).map(({ action }) => action);
const codeOf = async (person: TestPerson, query: string, variables?: object): Promise<string | undefined> => (await person.ask(query, variables)).errors?.[0]?.extensions.code;
const download = (query: string, cookie = owner.cookie, headers: Record<string, string> = {}): Promise<Response> => fetch(`${api.url}/api/audit/export?${query}`, { headers: { cookie, ...headers } });

describe('a company’s trail', () => {
  it('says who did what, to what, when and from where, the platform’s looks too', async () => {
    const entries = await trail();
    expect(entries.map(({ id, action, actorKind, actor }) => [id, action, actorKind, actor])).toEqual([
      ['4', 'tenant.viewed', 'STAFF', 'platform'],
      ['3', 'device.renamed', 'USER', owner.email],
      ['2', 'device.created', 'USER', owner.email],
      ['1', 'tenant.created', 'USER', owner.email],
    ]);
    expect(entries[1]).toMatchObject({ via: 'SESSION', address: '127.0.0.1', userAgent: `Test/1 ${'x'.repeat(293)}`, subjectKind: 'device', subjectId: device, details: { before: '冲床', after: '=铣床' } });
    expect(entries[3]).toMatchObject({ via: 'SESSION', address: '127.0.0.1', subjectKind: 'tenant', subjectId: company });
    expect(entries.map(({ at }) => Date.parse(at) >= startedMs)).toEqual(entries.map(() => true));
  });

  it.each([
    ['a person', () => ({ person: owner.email.slice(0, 7).toUpperCase() }), ['device.renamed', 'device.created', 'tenant.created']],
    ['a person as nobody is called', () => ({ person: '%' }), []],
    ['the platform', () => ({ actorKind: 'STAFF' }), ['tenant.viewed']],
    ['actions', () => ({ actions: ['device.created', 'tenant.viewed'] }), ['tenant.viewed', 'device.created']],
    ['a kind of thing', () => ({ subjectKind: 'device' }), ['device.renamed', 'device.created']],
    ['a thing', () => ({ subjectId: device }), ['device.renamed', 'device.created']],
    ['a time to come', () => ({ from: '2999-01-01T00:00:00Z' }), []],
    ['a time that is over', () => ({ to: '2000-01-01T00:00:00Z' }), []],
    ['a text with a NUL', () => ({ person: '\0' }), ['tenant.viewed', 'device.renamed', 'device.created', 'tenant.created']],
  ])('is narrowed to %s', async (_what, filter, expected) => {
    expect(await actions(filter())).toEqual(expected);
  });

  it('is cut at an entry’s own time: from it on, and up to it', async () => {
    const [entry] = await trail({ actions: ['device.renamed'] });
    expect(await actions({ from: entry!.at, subjectKind: 'device' })).toEqual(['device.renamed']);
    expect(await actions({ to: entry!.at, subjectKind: 'device' })).toEqual(['device.created']);
    expect(await codeOf(owner, '{ auditTrail(filter: { from: "soon" }) { nodes { id } } }')).toBe('AUDIT.TIME');
  });

  it('comes in pages that leave out nothing and repeat nothing', async () => {
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { auditTrail: page }: Paged = await owner.get<Paged>(
        'query ($after: String) { auditTrail(first: 1, after: $after, filter: { person: "example.com" }) { nodes { id } pageInfo { hasNextPage endCursor } } }', { after });
      ids.push(...page.nodes.map(({ id }) => id));
      more = page.pageInfo.hasNextPage;
      after = page.pageInfo.endCursor;
    }
    expect(ids).toEqual(['3', '2', '1']);
  });
});

describe('handing a trail out', () => {
  it('gives JSON Lines of which every hash can be reckoned, and writes itself down as the last', async () => {
    const answer = await download('format=jsonl');
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([200, 'private, no-store', 'application/x-ndjson; charset=utf-8', expect.stringMatching(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.jsonl"$/)]);
    const entries: AuditEntry[] = (await answer.text()).trimEnd().split('\n').map(readExportLine);
    const check = new ChainCheck({ seq: 0, hash: GENESIS_HASH }, sha256);
    for (const entry of entries) check.add(entry);
    const { auditChain } = await owner.get<{ auditChain: { length: number; headHash: string; droppedCount: number; keepMonths: number } }>('{ auditChain { length headHash droppedCount keepMonths } }');
    expect(check.faults({ seq: auditChain.length, hash: auditChain.headHash })).toEqual([]);
    expect(entries.map(({ action }) => action)).toEqual(['tenant.created', 'device.created', 'device.renamed', 'tenant.viewed', 'audit.exported']);
    expect([auditChain.droppedCount, auditChain.keepMonths]).toEqual([0, 24]);
  });

  it('gives CSV that a spreadsheet opens and does not run, narrowed as the list is', async () => {
    const bytes = await (await download(`format=csv&subjectId=${device}&person=${encodeURIComponent(owner.email)}`)).arrayBuffer();
    expect(Buffer.from(bytes).toString().split('\r\n')).toEqual([
      '\uFEFFseq,at,action,actorKind,actor,via,address,userAgent,subjectKind,subjectId,details,hash',
      expect.stringMatching(/^2,.*,device\.created,user,owner-1@example\.com,session,127\.0\.0\.1,.*,device,[0-9a-f-]{36},"\{.*\}",[0-9a-f]{64}$/),
      expect.stringMatching(/^3,.*,device\.renamed,/),
      '',
    ]);
    const [entry] = await trail({ actions: ['audit.exported'] });
    expect(entry?.details).toEqual({ format: 'csv', filter: { subjectId: device, person: owner.email } });
  });

  it('holds nothing of another company, asked for by its ids or not', async () => {
    const texts = await Promise.all(['format=jsonl', `format=jsonl&subjectId=${device}`, 'format=csv'].map(async (query) => (await download(query, other.cookie)).text()));
    expect(texts.filter((text) => text.includes(company) || text.includes('冲床') || text.includes(owner.email))).toEqual([]);
    expect(texts[0]).toContain('别家的');
    expect(await trail({ subjectId: device }, other)).toEqual([]);
  });

  it('is for those who may read it, and for no other site', async () => {
    const refused = async (answer: Promise<Response>): Promise<unknown> => [(await answer).status, ((await (await answer).json()) as { error: { code: string } }).error.code];
    expect(await refused(download('format=csv', ''))).toEqual([401, 'AUTH.SIGN_IN_REQUIRED']);
    expect(await refused(download('format=csv', (await api.signIn(STAFF.email, STAFF.password)).cookie))).toEqual([403, 'AUTH.FORBIDDEN']);
    expect(await refused(download('format=csv', owner.cookie, { 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'AUTH.CROSS_ORIGIN']);
    for (const query of ['', 'format=pdf', 'format=csv&format=jsonl', 'format=toString']) expect(await refused(download(query))).toEqual([400, 'AUDIT.FORMAT']);
  });

  it('holds more than one piece of it', async () => {
    await api.database.sql(`INSERT INTO audit_entry (tenant_id, action, actor_kind, actor, details) SELECT $1, 'device.created', 'system', 'system', jsonb_build_object('n', n) FROM generate_series(1, 2500) n`, [company]);
    const lines = (await (await download('format=jsonl')).text()).trimEnd().split('\n');
    expect(lines.map((line) => readExportLine(line).seq)).toEqual(Array.from({ length: lines.length }, (_, index) => index + 1));
    expect(lines.length).toBeGreaterThan(2_500);
  });
});

describe('keeping a trail', () => {
  const keep = (months: number): Promise<string | undefined> => codeOf(owner, 'mutation ($months: Int!) { keepAuditTrail(months: $months) { keepMonths } }', { months });

  it('is for six months at least, and says when that changed', async () => {
    for (const months of [5, 0, -24, 121]) expect(await keep(months)).toBe('AUDIT.KEEP_MONTHS');
    expect([await keep(36), await keep(36)]).toEqual([undefined, undefined]);
    const entries = await trail({ actions: ['audit.retention-changed'] });
    expect(entries.map(({ details }) => details)).toEqual([{ before: { keepMonths: 24 }, after: { keepMonths: 36 } }]);
  });
});
