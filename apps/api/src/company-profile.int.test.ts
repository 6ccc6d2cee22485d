import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppointStaff } from '@tenon/identity/api';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs } from './testing/colleagues.js';
import { GREEN, RED, uploadLogo } from './testing/logos.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

const VALID = '91310000631696382C';
const FAILS_ITS_CHECK = '91310000631696382D';
const PASSWORD = 'quite a long secret';

let api: TestApi;
let owner: TestPerson;
let reviewer: TestPerson;
let support: TestPerson;

async function staff(role: 'support' | 'review'): Promise<TestPerson> {
  await api.app.get(AppointStaff, { strict: false }).execute({ email: `${role}@tenon.example`, password: PASSWORD, name: role, role });
  return api.signIn(`${role}@tenon.example`, PASSWORD);
}

beforeAll(async () => {
  api = await testApi();
  owner = await api.newcomer('宝山冲压厂');
  [reviewer, support] = [await staff('review'), await staff('support')];
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const FIELDS = 'legalName creditCode creditCodeState industry employees yearlyRevenueYuan sizeClass district park address invoiceTitle { name taxNumber addressAndPhone bank account } updatedAt';
const UPDATE = `mutation ($input: UpdateCompanyProfileInput!) { updateCompanyProfile(input: $input) { ${FIELDS} } }`;
type Profile = Record<string, unknown>;

const read = async (): Promise<Profile> => (await owner.get<{ companyProfile: Profile }>(`{ companyProfile { ${FIELDS} } }`)).companyProfile;
const update = async (input: object): Promise<Profile> => (await owner.get<{ updateCompanyProfile: Profile }>(UPDATE, { input })).updateCompanyProfile;
const faultOf = async (person: TestPerson, query: string, variables: object): Promise<unknown> => (await person.ask(query, variables)).errors?.[0]?.extensions;
const trail = async (action: string): Promise<{ details: unknown }[]> =>
  (await owner.get<{ auditTrail: { nodes: { details: unknown }[] } }>('query ($actions: [String!]) { auditTrail(filter: { actions: $actions }) { nodes { details } } }', { actions: [action] })).auditTrail.nodes;

describe('what a company says of itself', () => {
  it('is nothing at first', async () => {
    expect(await read()).toEqual({ ...Object.fromEntries(FIELDS.split(' ').filter((field) => /^[a-zA-Z]+$/.test(field) && !['name', 'taxNumber', 'addressAndPhone', 'bank', 'account', 'invoiceTitle'].includes(field)).map((field) => [field, null])), invoiceTitle: { name: null, taxNumber: null, addressAndPhone: null, bank: null, account: null } });
  });

  it('is kept in its right form, and its size class follows', async () => {
    const given = { legalName: ' 上海宝山冲压有限公司 ', creditCode: '9131 0000 6316 9638 2c', industry: 'C33', employees: 120, yearlyRevenueYuan: 36_000_000, district: '310113', park: '宝山工业园区' };
    const kept = { ...given, legalName: '上海宝山冲压有限公司', creditCode: VALID, creditCodeState: 'CHECKED', sizeClass: 'SMALL' };
    expect(await update(given)).toMatchObject(kept);
    expect(await read()).toMatchObject(kept);
  });

  it('changes field by field: what is left out stays, null and an empty text take away', async () => {
    await update({ invoiceTitle: { name: '上海宝山冲压有限公司', taxNumber: '91310000 631696382c', bank: '上海银行宝山支行', account: '0316 0000 1234' } });
    const after = await update({ park: ' ', yearlyRevenueYuan: null, invoiceTitle: { bank: null } });
    expect(after).toMatchObject({ legalName: '上海宝山冲压有限公司', park: null, yearlyRevenueYuan: null, sizeClass: null, employees: 120, invoiceTitle: { name: '上海宝山冲压有限公司', taxNumber: VALID, bank: null, account: '0316 0000 1234' } });
  });

  it('stands in the trail with what it was before, once', async () => {
    const before = await trail('tenant.profile-updated');
    await update({ employees: 140 });
    await update({ employees: 140 });
    const [newest, ...older] = await trail('tenant.profile-updated');
    expect(newest?.details).toEqual({ before: { employees: 120 }, after: { employees: 140 } });
    expect(older).toHaveLength(before.length);
  });

  it.each([
    [{ creditCode: '123' }, 'COMPANY.CREDIT_CODE_FORM', undefined],
    [{ legalName: '长'.repeat(121) }, 'COMPANY.TEXT_TOO_LONG', 'legalName'],
    [{ invoiceTitle: { bank: '长'.repeat(121) } }, 'COMPANY.TEXT_TOO_LONG', 'invoiceTitle.bank'],
    [{ invoiceTitle: { taxNumber: '12' } }, 'COMPANY.TAX_NUMBER_FORM', 'invoiceTitle.taxNumber'],
    [{ industry: 'C99' }, 'COMPANY.INDUSTRY_UNKNOWN', 'industry'],
    [{ district: '110101' }, 'COMPANY.DISTRICT_UNKNOWN', 'district'],
    [{ employees: -1 }, 'COMPANY.NUMBER_OUT_OF_RANGE', 'employees'],
    [{ yearlyRevenueYuan: 1.5 }, 'COMPANY.NUMBER_OUT_OF_RANGE', 'yearlyRevenueYuan'],
    [{ yearlyRevenueYuan: 1e15 }, 'COMPANY.NUMBER_OUT_OF_RANGE', 'yearlyRevenueYuan'],
  ])('refuses %j whole, with %s', async (input, code, field) => {
    const before = await read();
    expect(await faultOf(owner, UPDATE, { input: { address: 'never kept', ...input } })).toMatchObject({ code, ...(field && { details: expect.objectContaining({ field }) }) });
    expect(await read()).toEqual(before);
  });

  it('loses nothing of two who change it at once', async () => {
    await Promise.all([update({ park: '吴淞' }), update({ address: '友谊路 1 号' }), update({ employees: 150 })]);
    expect(await read()).toMatchObject({ park: '吴淞', address: '友谊路 1 号', employees: 150 });
  });
});

describe('a credit code whose check fails', () => {
  const TO_REVIEW = '{ companies(isCreditCodeToReview: true) { totalCount nodes { id profile { creditCode creditCodeState } } } }';
  const CONFIRM = 'mutation ($input: ConfirmCreditCodeInput!) { confirmCreditCode(input: $input) { profile { creditCodeState } } }';
  type Listed = { companies: { totalCount: number; nodes: { id: string; profile: Profile }[] } };

  it('is taken, looked at by the office, and waits again when it changes', async () => {
    expect((await reviewer.get<Listed>(TO_REVIEW)).companies.totalCount).toBe(0);
    expect(await update({ creditCode: FAILS_ITS_CHECK })).toMatchObject({ creditCodeState: 'TO_REVIEW' });
    const { companies } = await reviewer.get<Listed>(TO_REVIEW);
    expect(companies).toMatchObject({ totalCount: 1, nodes: [{ profile: { creditCode: FAILS_ITS_CHECK, creditCodeState: 'TO_REVIEW' } }] });
    const { id } = companies.nodes[0]!;

    const input = { id, creditCode: FAILS_ITS_CHECK };
    expect(await faultOf(support, CONFIRM, { input })).toMatchObject({ code: 'AUTH.FORBIDDEN' });
    expect(await faultOf(reviewer, CONFIRM, { input: { id, creditCode: VALID } })).toMatchObject({ code: 'COMPANY.CREDIT_CODE_CHANGED' });
    for (let time = 0; time < 2; time += 1) expect(await reviewer.get(CONFIRM, { input })).toEqual({ confirmCreditCode: { profile: { creditCodeState: 'CONFIRMED' } } });
    expect(await trail('tenant.credit-code-confirmed')).toHaveLength(1);
    expect((await reviewer.get<Listed>(TO_REVIEW)).companies.totalCount).toBe(0);

    expect(await update({ creditCode: '91310000631696382E' })).toMatchObject({ creditCodeState: 'TO_REVIEW' });
    expect(await update({ creditCode: null })).toMatchObject({ creditCode: null, creditCodeState: null });
    expect(await faultOf(reviewer, CONFIRM, { input })).toMatchObject({ code: 'COMPANY.NO_CREDIT_CODE' });
  });

  it('of no company is not found', async () => {
    expect(await faultOf(reviewer, CONFIRM, { input: { id: '00000000-0000-4000-8000-000000000000', creditCode: VALID } })).toMatchObject({ code: 'TENANT.NOT_FOUND' });
  });
});

describe('a company’s logo', () => {
  const set = async (file: Buffer): Promise<string> => ((await (await uploadLogo(api, owner, file)).json()) as { digest: string }).digest;
  const fetched = (digest: string, cookie = owner.cookie) => fetch(`${api.url}/api/company/logo?digest=${digest}`, { headers: { cookie } });
  const shown = async (): Promise<unknown> => (await owner.get<{ viewer: { logoDigest: unknown } }>('{ viewer { logoDigest } }')).viewer.logoDigest;
  const codeOf = async (answer: Response): Promise<unknown> => [answer.status, ((await answer.json()) as { error?: { code: string } }).error?.code];

  it('is shown to its people, replaced, and taken away, with each change in the trail once', async () => {
    expect(await shown()).toBeNull();
    const green = await set(GREEN);
    expect([await set(GREEN), await shown()]).toEqual([green, green]);
    const answer = await fetched(green);
    expect(['content-type', 'cache-control', 'x-content-type-options', 'content-security-policy'].map((name) => answer.headers.get(name))).toEqual(['image/png', 'private, max-age=31536000, immutable', 'nosniff', "default-src 'none'; sandbox"]);
    expect(Buffer.from(await answer.arrayBuffer()).subarray(1, 4).toString()).toBe('PNG');
    const red = await set(RED);
    expect([await shown(), (await fetched(red)).status, await codeOf(await fetched(green))]).toEqual([red, 200, [404, 'LOGO.NOT_FOUND']]);
    const viewer = await colleague(api, (await whoIs(owner)).tenant!.id, 'viewer');
    expect([(await fetched(red, viewer.cookie)).status, await codeOf(await uploadLogo(api, viewer, GREEN)), await faultOf(viewer, 'mutation { removeLogo }', {})]).toMatchObject([200, [403, 'AUTH.FORBIDDEN'], { code: 'AUTH.FORBIDDEN' }]);
    expect([await owner.get('mutation { removeLogo }'), await owner.get('mutation { removeLogo }'), await shown()]).toEqual([{ removeLogo: true }, { removeLogo: false }, null]);
    expect((await trail('tenant.logo-changed')).map(({ details }) => details).toReversed()).toEqual([[null, green], [green, red], [red, null]].map(([before, after]) => ({ before: { logo: before }, after: { logo: after } })));
  });

  it('is shown to its people in whichever of their companies they are, to nobody else, and not while it opens only by single sign-on', async () => {
    const company = (await whoIs(owner)).tenant!.id;
    const green = await set(GREEN);
    const member = await colleague(api, company, 'viewer');
    const logosOf = async (): Promise<unknown> => (await member.get<{ viewer: { companies: object[] } }>('{ viewer { companies { name logoDigest isCurrent } } }')).viewer.companies;
    const { viewer } = await member.get<{ viewer: { companies: { id: string; isCurrent: boolean }[] } }>('{ viewer { companies { id isCurrent } } }');
    await member.get('mutation ($id: ID!) { switchCompany(id: $id) { id } }', { id: viewer.companies.find(({ isCurrent }) => !isCurrent)!.id });
    const place = (cookie: string, id = company, digest = green) => fetch(`${api.url}/api/company/place-logo?company=${id}&digest=${digest}`, { headers: { cookie } });
    const seen = await place(member.cookie);
    expect([await logosOf(), seen.status, seen.headers.get('content-type'), Buffer.from(await seen.arrayBuffer()).subarray(1, 4).toString()]).toEqual([expect.arrayContaining([{ name: '宝山冲压厂', logoDigest: green, isCurrent: false }, { name: 'Elsewhere viewer', logoDigest: null, isCurrent: true }]), 200, 'image/png', 'PNG']);
    const stranger = await api.newcomer('Nobody’s');
    expect([await codeOf(await place(stranger.cookie)), (await place('')).status, await codeOf(await place(member.cookie, 'x')), await codeOf(await place(member.cookie, company, 'x')), await codeOf(await fetched(green, member.cookie))]).toEqual([[404, 'LOGO.NOT_FOUND'], 401, [400, 'ID.MALFORMED'], [404, 'LOGO.NOT_FOUND'], [404, 'LOGO.NOT_FOUND']]);
    await api.database.sql('UPDATE tenant SET demands_sso_since = now() WHERE id = $1', [company]);
    const closed = [await codeOf(await place(member.cookie)), await logosOf()];
    await api.database.sql('UPDATE auth.session SET sso_company_id = $2 WHERE "userId" = $1', [member.id, company]);
    const open = [(await place(member.cookie)).status, await logosOf()];
    await api.database.sql('UPDATE tenant SET demands_sso_since = NULL WHERE id = $1', [company]);
    expect([closed, open]).toEqual([[[404, 'LOGO.NOT_FOUND'], expect.arrayContaining([{ name: '宝山冲压厂', logoDigest: null, isCurrent: false }])], [200, expect.arrayContaining([{ name: '宝山冲压厂', logoDigest: green, isCurrent: false }])]]);
  });

  it('is shown to the office with the company, to whichever role looks at it', async () => {
    const company = (await whoIs(owner)).tenant!.id;
    const logoFor = async (person: TestPerson): Promise<string | null> => (await person.get<{ company: { logo: string | null } }>('query ($id: ID!) { company(id: $id) { logo } }', { id: company })).company.logo;
    await set(GREEN);
    const [prefix, data = ''] = (await logoFor(support))?.split(',') ?? [];
    expect([prefix, Buffer.from(data, 'base64').subarray(1, 4).toString()]).toEqual(['data:image/png;base64', 'PNG']);
    await owner.get('mutation { removeLogo }');
    expect(await logoFor(reviewer)).toBeNull();
  });

  it('is refused with a code where it is none, and where another site sends it', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await codeOf(await uploadLogo(api, owner, svg))).toEqual([400, 'LOGO.FORMAT']);
    expect(await codeOf(await uploadLogo(api, owner, GREEN.subarray(0, 30)))).toEqual([400, 'LOGO.BROKEN']);
    expect(await codeOf(await uploadLogo(api, owner, Buffer.alloc(1_000_001)))).toEqual([400, 'LOGO.TOO_LARGE']);
    expect(await codeOf(await uploadLogo(api, owner, GREEN, { 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'AUTH.CROSS_ORIGIN']);
    expect(await codeOf(await api.post('/api/company/upload-logo', {}, { cookie: owner.cookie }))).toEqual([400, 'LOGO.FORMAT']);
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded']) expect((await uploadLogo(api, owner, GREEN, { 'content-type': type })).status).toBeGreaterThanOrEqual(400);
    const elsewhere = await fetch(`${api.url}/graphql`, { method: 'POST', headers: { cookie: owner.cookie, 'content-type': 'application/octet-stream' }, body: 'x' });
    expect(elsewhere.status).toBe(400);
    expect(await shown()).toBeNull();
  });
});
