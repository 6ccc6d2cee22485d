import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { whoIs } from './testing/colleagues.js';
import { officer } from './testing/impersonators.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let owner: TestPerson;
let company: string;
let reviewer: TestPerson;
let support: TestPerson;

beforeAll(async () => {
  api = await testApi();
  [reviewer, support] = [await officer(api, 'review'), await officer(api, 'support')];
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(() => api.close());
/** As the worker left it. */
beforeEach(async () => {
  owner = await api.newcomer('宝山冲压厂');
  company = (await whoIs(owner)).tenant!.id;
  await api.database.sql(`INSERT INTO sign_up_review (tenant_id, state, signals, opened_at) VALUES ($1, 'open', '[{"rule":"disposable-mail","subject":"yopmail.com"}]', now())`, [company]);
});

const codesOf = ({ errors }: Answer): string[] => (errors ?? []).map(({ extensions }) => extensions.code);
const decide = (decision: string, more: object = {}, by = reviewer): Promise<Answer> => by.ask('mutation ($input: DecideSignUpInput!) { decideSignUp(input: $input) { state decisions { decision note decidedBy } } }', { input: { companyId: company, decision, note: 'seen the licence', ...more } });
const waiting = async (state: string): Promise<string[]> => {
  const { signUpReviews } = await reviewer.get<{ signUpReviews: { nodes: { companyId: string }[]; totalCount: number } }>('query ($state: SignUpReviewState!) { signUpReviews(state: $state, first: 100) { totalCount nodes { companyId } } }', { state });
  expect(signUpReviews.totalCount).toBe(signUpReviews.nodes.length);
  return signUpReviews.nodes.map(({ companyId }) => companyId);
};
const asked = async (): Promise<object | null> => (await owner.get<{ askedPapers: object | null }>('{ askedPapers { text } }')).askedPapers;
const reviewed = async (): Promise<object[]> => {
  const { auditTrail } = await owner.get<{ auditTrail: { nodes: { action: string; actor: string; details: object }[] } }>('{ auditTrail(first: 50) { nodes { action actor details } } }');
  return auditTrail.nodes.filter(({ action }) => action === 'tenant.sign-up-reviewed');
};
const promised = (job: string): Promise<{ payload: { kind: string; facts: object } }[]> => api.database.sql('SELECT payload FROM outbox WHERE tenant_id = $1 AND job = $2 ORDER BY id', [company, job]);

describe('a sign-up', () => {
  it('and each change of a profile is to be looked at, and is never kept from anything by it', async () => {
    const before = (await promised('company.described')).length;
    expect(before).toBeGreaterThan(0);
    await owner.get('mutation { updateCompanyProfile(input: { creditCode: "91310000631696382X" }) { creditCodeState } }');
    expect(await promised('company.described')).toHaveLength(before + 1);
  });

  it('waits for those who review, the longest first, page by page', async () => {
    const first = company;
    const second = (await whoIs(await api.newcomer('嘉定轴承厂'))).tenant!.id;
    await api.database.sql(`INSERT INTO sign_up_review (tenant_id, state, signals, opened_at) VALUES ($1, 'open', '[]', now() + interval '1 second')`, [second]);
    expect((await waiting('OPEN')).slice(-2)).toEqual([first, second]);
    interface Queue {
      signUpReviews: { nodes: { companyId: string }[]; pageInfo: { endCursor: string } };
    }
    const page = 'query ($after: String) { signUpReviews(state: OPEN, first: 1, after: $after) { nodes { companyId signals { rule subject what { en } } } pageInfo { hasNextPage endCursor } } }';
    let after: string | null = null;
    for (const seen of await waiting('OPEN')) {
      const { signUpReviews: next }: Queue = await reviewer.get<Queue>(page, { after });
      expect(next.nodes[0]?.companyId).toBe(seen);
      after = next.pageInfo.endCursor;
    }
    expect(codesOf(await support.ask('{ signUpReviews(state: OPEN) { totalCount } }'))).toEqual(['AUTH.FORBIDDEN']);
    expect(codesOf(await decide('CLEAR', {}, support))).toEqual(['AUTH.FORBIDDEN']);
  });

  it('is cleared with a note, once, in the company’s trail and the office’s record', async () => {
    for (const [more, code] of [[{ note: ' ' }, 'REVIEW.NOTE'], [{ companyId: 'nobody' }, 'REVIEW.NOT_FOUND']] as const) expect(codesOf(await decide('CLEAR', more))).toEqual([code]);
    expect((await decide('CLEAR')).data).toEqual({ decideSignUp: { state: 'CLEARED', decisions: [{ decision: 'CLEAR', note: 'seen the licence', decidedBy: 'review@tenon.example' }] } });
    expect(codesOf(await decide('SUSPEND'))).toEqual(['REVIEW.DECIDED']);
    expect([(await waiting('OPEN')).includes(company), (await waiting('CLEARED')).includes(company)]).toEqual([false, true]);
    expect(await reviewed()).toEqual([{ action: 'tenant.sign-up-reviewed', actor: 'platform', details: { before: { review: 'open' }, after: { review: 'cleared' }, note: 'seen the licence' } }]);
    expect((await support.get<{ company: object }>('query ($id: ID!) { company(id: $id) { signUpReview { state signals { rule } } } }', { id: company })).company).toEqual({ signUpReview: { state: 'CLEARED', signals: [{ rule: 'disposable-mail' }] } });
  });

  it('that wants papers says so to the company, by inbox and mail and on its page, until it is decided', async () => {
    expect(await asked()).toBeNull();
    await decide('ASK_PAPERS', { note: '请寄来营业执照' });
    expect(await asked()).toEqual({ text: '请寄来营业执照' });
    expect((await promised('notices.raised')).map(({ payload: { kind, facts } }) => ({ kind, facts }))).toContainEqual({ kind: 'tenant.papers-asked', facts: { note: '请寄来营业执照' } });
    await decide('CLEAR');
    expect([await asked(), (await reviewed()).length]).toEqual([null, 2]);
  });

  it('that is not in order suspends the company by the one door, and not over another reason', async () => {
    await decide('SUSPEND', { note: '冒用他人名称' });
    const { viewer } = await owner.get<{ viewer: object }>('{ viewer { tenant { state suspendedReason } } }');
    expect(viewer).toEqual({ tenant: { state: 'SUSPENDED', suspendedReason: '冒用他人名称' } });
    expect((await api.database.sql('SELECT cause, reason FROM company_move WHERE tenant_id = $1 ORDER BY move_no DESC LIMIT 1', [company]))[0]).toEqual({ cause: 'office-suspended', reason: '冒用他人名称' });
    await api.database.sql(`UPDATE sign_up_review SET state = 'open' WHERE tenant_id = $1`, [company]);
    expect(codesOf(await decide('SUSPEND'))).toEqual(['TENANT.ALREADY_SUSPENDED']);
    expect((await decide('CLEAR')).errors).toBeUndefined();
  });
});
