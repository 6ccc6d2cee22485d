import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { scryptSync } from 'node:crypto';
import { mailClerk, type MailClerk } from './testing/mail-clerk.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let clerk: MailClerk;
beforeAll(async () => {
  api = await testApi();
  clerk = mailClerk(api);
});
afterAll(async () => {
  await clerk.close();
  await api.close();
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const OLD = 'a long enough secret';
const NEW = 'quite another secret';
/** Each code, with the reason where one is given. */
const codesOf = ({ errors }: Answer): unknown =>
  (errors ?? []).map(({ extensions }) => {
    const { code, details } = extensions as { readonly code: string; readonly details?: { readonly reason?: string } };
    return [code, details?.reason];
  });
const change = (person: TestPerson, currentPassword: string, newPassword: string): Promise<Answer> =>
  person.ask('mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { email } }', { input: { currentPassword, newPassword } });
const signIn = (email: string, password: string): Promise<Response> => api.post('/api/auth/sign-in', { email, password });
const statusOf = async (email: string, password: string): Promise<number> => (await signIn(email, password)).status;
const isIn = async (cookie: string): Promise<boolean> => (await api.ask('{ viewer { id } }', {}, cookie)).data?.['viewer'] !== null;
const cookiesOf = (response: Response): string => response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');

describe('one’s own password', () => {
  it('is changed for the present one, which lets nobody in any more; other devices are out, this one is not, and its person is told', async () => {
    const person = await api.newcomer('Change');
    const elsewhere = cookiesOf(await signIn(person.email, OLD));
    expect((await change(person, OLD, NEW)).data).toEqual({ changePassword: { email: person.email } });
    // Before signing in again, which is told too.
    expect((await clerk.mailTo(person.email)).text).toContain('密码已更换');
    expect([await isIn(elsewhere), await isIn(person.cookie), await statusOf(person.email, OLD), await statusOf(person.email, NEW)]).toEqual([false, true, 401, 200]);
    const trail = await person.get<{ auditTrail: { nodes: { action: string; actor: string }[] } }>('{ auditTrail(first: 5) { nodes { action actor } } }');
    expect(trail.auditTrail.nodes).toContainEqual({ action: 'member.password-changed', actor: person.email });
  });

  it('that is shorter than is asked today goes on letting its person in', async () => {
    const person = await api.newcomer('Since Long');
    const digest = `saltedlongago:${scryptSync('ten signs!', 'saltedlongago', 64, { N: 16_384, r: 16, p: 1, maxmem: 64 * 1_024 * 1_024 }).toString('hex')}`;
    await api.database.sql('UPDATE auth.account a SET password = $2 FROM auth."user" u WHERE u.id = a."userId" AND u.email = $1', [person.email, digest]);
    expect(await statusOf(person.email, 'ten signs!')).toBe(200);
    expect(codesOf(await change(person, 'ten signs!', 'not twelve!'))).toEqual([['AUTH.WEAK_PASSWORD', 'too-short']]);
  });

  it('stays as it is for whoever does not know it, chooses a weak one, or the same again', async () => {
    const person = await api.newcomer('Stay Put Works');
    const elsewhere = cookiesOf(await signIn(person.email, OLD));
    const tries: readonly [string, string, unknown][] = [
      ['not my secret', NEW, ['AUTH.WRONG_PASSWORD', undefined]],
      ['', NEW, ['AUTH.WRONG_PASSWORD', undefined]],
      [OLD, 'short', ['AUTH.WEAK_PASSWORD', 'too-short']],
      [OLD, 'Stay Put Works 1', ['AUTH.WEAK_PASSWORD', 'contains-company']],
      [OLD, OLD, ['AUTH.SAME_PASSWORD', undefined]],
    ];
    for (const [current, next, said] of tries) expect([current, next, codesOf(await change(person, current, next))]).toEqual([current, next, [said]]);
    expect([await isIn(elsewhere), await statusOf(person.email, OLD)]).toEqual([true, 200]);
  });

  it('once changed is not set again by a link that was mailed before', async () => {
    const person = await api.newcomer('Links');
    await api.post('/api/auth/request-password-reset', { email: person.email });
    const { token } = await clerk.mailTo(person.email);
    await change(person, OLD, NEW);
    const used = await api.post('/api/auth/reset-password', { token, password: 'somebody else’s secret' });
    expect([used.status, await statusOf(person.email, NEW)]).toEqual([400, 200]);
  });

  it('is not guessed by whoever sits at somebody else’s screen', async () => {
    const person = await api.newcomer('Guess');
    const codes = new Set<unknown>();
    for (let tries = 0; tries < 12; tries += 1) codes.add(JSON.stringify(codesOf(await change(person, `guess number ${tries}`, NEW))));
    expect([...codes].at(-1)).toContain('AUTH.TOO_MANY_ATTEMPTS');
    expect(codesOf(await change(person, OLD, NEW))).toEqual([['AUTH.TOO_MANY_ATTEMPTS', undefined]]);
  });
});
