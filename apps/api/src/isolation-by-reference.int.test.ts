import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs } from './testing/colleagues.js';
import { creditNoteOf, furnish, invoiceOf, stockStore, type CompanyIds } from './testing/companies-with-apps.js';
import { declaredDoors } from './testing/declared-doors.js';
import { GREEN, RED, uploadLogo } from './testing/logos.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let a: TestPerson;
let b: TestPerson;
let ofA: CompanyIds & { role: string };
let exportOfB: string;
let historyOfB: string;
let packageOfB: string;
let invoices: Record<'a' | 'b', { id: string; number: string }>;
let notes: typeof invoices;
let logos: Record<'a' | 'b', string>;

beforeAll(async () => {
  api = await testApi();
  [a, b] = [await api.newcomer('A'), await api.newcomer('B')];
  await stockStore(api);
  const { createRole } = await a.get<{ createRole: { id: string } }>('mutation { createRole(input: { name: "A only", permissions: [] }) { id } }');
  await a.get('mutation { invitePerson(input: { email: "guest@example.com", roleId: "viewer", language: EN }) { id } }');
  ofA = { ...(await furnish(api, a)), role: createRole.id };
  await a.get('mutation { createDevice(input: { name: "Lathe" }) { device { id } } }');
  const ofB = await furnish(api, b);
  exportOfB = (await b.get<{ requestExport: { id: string } }>('mutation { requestExport { id } }')).requestExport.id;
  historyOfB = (await b.get<{ beginHistoryImport: { id: string } }>('mutation { beginHistoryImport(input: { fileName: "b.csv", fileBytes: 7 }) { id } }')).beginHistoryImport.id;
  packageOfB = (await b.get<{ beginOtaPackage: { id: string } }>('mutation { beginOtaPackage(input: { kind: FIRMWARE, title: "b", version: "1", fileName: "b.bin", sizeBytes: 4 }) { id } }')).beginOtaPackage.id;
  invoices = { a: await invoiceOf(api, ofA.tenant), b: await invoiceOf(api, ofB.tenant) };
  const logoOf = async (person: TestPerson, file: Buffer): Promise<string> => ((await (await uploadLogo(api, person, file)).json()) as { digest: string }).digest;
  logos = { a: await logoOf(a, GREEN), b: await logoOf(b, RED) };
  notes = { a: await creditNoteOf(api, ofA.tenant, invoices.a), b: await creditNoteOf(api, ofB.tenant, invoices.b) };
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(() => api.close());

interface List {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly endCursor: string | null };
}

describe('company B with what A’s lists give', () => {
  it.each(['members', 'invitations', 'devices', 'series', 'subscriptions', 'auditTrail'])('goes by a cursor of A’s %s through its own alone', async (name) => {
    const list = async (person: TestPerson, args: string): Promise<List> => (await person.get<Record<string, List>>(`{ ${name}(${args}) { nodes { id } pageInfo { endCursor } } }`))[name]!;
    const own = new Set((await list(b, 'first: 50')).nodes.map(({ id }) => id));
    const { endCursor } = (await list(a, 'first: 1')).pageInfo;
    expect(endCursor).not.toBeNull();
    expect((await list(b, `first: 50, after: "${endCursor}"`)).nodes.filter(({ id }) => !own.has(id))).toEqual([]);
  });

  it('finds nothing in its trail about a machine of A’s', async () => {
    const about = (person: TestPerson) => person.get<{ auditTrail: List }>('query ($id: String!) { auditTrail(filter: { subjectId: $id }) { nodes { id } } }', { id: ofA.device });
    expect((await about(a)).auditTrail.nodes).not.toEqual([]);
    expect((await about(b)).auditTrail.nodes).toEqual([]);
  });

  it('hands its ownership over for no role of A’s', async () => {
    const { tenant } = await whoIs(b);
    const heir = await colleague(api, tenant!.id, 'admin');
    const { errors } = await b.ask('mutation ($to: ID!, $role: ID!) { transferOwnership(input: { to: $to, ownRoleId: $role, password: "a long enough secret" }) { id } }', { to: heir.id, role: ofA.role });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['ROLE.NOT_FOUND']);
  });
});

/** A list that names a machine as one of A's is named. */
const LIST: RequestInit = { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: 'name\nLathe\n' };

/** Every route that asks a permission, called by B with its own and with A's: it answers with B's own alone, and a stranger with nothing. */
const ROUTES: Readonly<Record<string, { readonly path: () => string; readonly sends?: RequestInit; readonly shows: () => string }>> = {
  'route api/audit/export': { path: () => '/api/audit/export?format=jsonl&language=EN', shows: () => b.email },
  'route api/telemetry/completeness': { path: () => '/api/telemetry/completeness?format=csv&month=2026-01', shows: () => 'month,revision' },
  'route api/telemetry/query': { path: () => '/api/telemetry/query', sends: { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"read":"last"}' }, shows: () => '"frames":[]' },
  'route api/telemetry/export': { path: () => '/api/telemetry/export', sends: { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"format":"csv","question":{"read":"last"}}' }, shows: () => 'machine_id,machine,metric,unit,time' },
  'route api/exit/bundle': { path: () => `/api/exit/bundle?id=${exportOfB}`, shows: () => 'EXPORT.NOT_READY' },
  'route api/billing/invoice': { path: () => `/api/billing/invoice?id=${invoices.b.id}`, shows: () => invoices.b.number },
  'route api/billing/credit-note': { path: () => `/api/billing/credit-note?id=${notes.b.id}`, shows: () => notes.b.number },
  'route api/company/logo': { path: () => `/api/company/logo?digest=${logos.b}`, shows: () => 'PNG' },
  'route api/devices/check-import': { path: () => '/api/devices/check-import', sends: LIST, shows: () => '"added":1' },
  'route api/devices/import': { path: () => '/api/devices/import', sends: LIST, shows: () => '"added":1' },
  'route api/history/upload': { path: () => `/api/history/upload?id=${historyOfB}&offset=0`, sends: { method: 'POST', headers: { 'content-type': 'application/offset+octet-stream' }, body: 'a,b\n' }, shows: () => 'receivedBytes' },
  'route api/ota/upload': { path: () => `/api/ota/upload?id=${packageOfB}&offset=0`, sends: { method: 'POST', headers: { 'content-type': 'application/offset+octet-stream' }, body: 'file' }, shows: () => 'receivedBytes' },
  'route api/company/upload-logo': { path: () => '/api/company/upload-logo', sends: { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: Uint8Array.from(RED) }, shows: () => logos.b },
};

describe('routes', () => {
  it('has a probe for each that asks a permission', () => {
    const asking = declaredDoors(api.app).filter(({ name, lets }) => name.startsWith('route ') && lets?.includes(':'));
    expect(asking.map(({ name }) => name).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it.each(Object.keys(ROUTES))('%s shows B its own, and a stranger nothing', async (name) => {
    const { path, sends = {}, shows } = ROUTES[name]!;
    const call = (cookie: string) => fetch(`${api.url}${path()}`, { ...sends, headers: { ...(sends.headers as Record<string, string> | undefined), cookie } });
    const shown = await (await call(b.cookie)).text();
    expect(shown).toContain(shows());
    for (const hidden of [a.email, ofA.tenant, ofA.device, ofA.energy, ofA.indicators, ofA.role, invoices.a.number, logos.a]) expect(shown).not.toContain(hidden);
    expect((await call('')).status).toBe(401);
  });

  it.each(['invoice', 'credit-note'])('an %s of A’s is none to B, whatever is asked for', async (kind) => {
    const of = kind === 'invoice' ? invoices : notes;
    const call = (id: string, headers: Record<string, string> = {}) => fetch(`${api.url}/api/billing/${kind}?id=${id}`, { headers: { cookie: b.cookie, ...headers } });
    for (const id of [of.a.id, 'x', '']) {
      const answer = await call(id);
      expect([answer.status, await answer.json()]).toMatchObject([404, { error: { code: 'INVOICE.NOT_FOUND' } }]);
    }
    const own = await call(of.b.id);
    expect([own.headers.get('cache-control'), own.headers.get('content-disposition')]).toEqual(['private, no-store', `attachment; filename="${of.b.number}.pdf"`]);
    expect((await call(of.b.id, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('the logo of A’s is none to B, and stays whatever B does to its own', async () => {
    const call = (person: TestPerson, digest: string) => fetch(`${api.url}/api/company/logo?digest=${digest}`, { headers: { cookie: person.cookie } });
    for (const digest of [logos.a, 'x', '']) {
      const answer = await call(b, digest);
      expect([answer.status, await answer.json()]).toMatchObject([404, { error: { code: 'LOGO.NOT_FOUND' } }]);
    }
    expect(await b.get('mutation { removeLogo }')).toEqual({ removeLogo: true });
    expect([(await call(a, logos.a)).status, (await call(b, logos.b)).status]).toEqual([200, 404]);
    expect(await b.get('{ viewer { logoDigest } }')).toEqual({ viewer: { logoDigest: null } });
  });
});
