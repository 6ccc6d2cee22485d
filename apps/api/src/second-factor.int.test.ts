import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs } from './testing/colleagues.js';
import { setUpSecondFactor, type Authenticator } from './testing/second-factors.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

const TRIES = 7;
let api: TestApi;
beforeAll(async () => {
  api = await testApi({ SECOND_FACTOR_TRIES_PER_PERSON: String(TRIES), SIGN_IN_TRIES_PER_PERSON: '50' });
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const STATE = '{ viewer { secondFactor { since recoveryCodesLeft isMissing } } }';
const codesOf = ({ errors }: { errors?: readonly { extensions: { code: string } }[] }): string[] => (errors ?? []).map((error) => error.extensions.code);
const cookiesOf = (response: Response): string => response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
const isIn = async (cookie: string): Promise<boolean> => (await api.ask('{ viewer { id } }', {}, cookie)).data?.['viewer'] !== null;

/** What the right password gives somebody with a second factor. */
async function begun({ email, password }: TestPerson): Promise<string> {
  const response = await api.post('/api/auth/sign-in', { email, password });
  expect([response.status, await response.json()]).toEqual([200, { next: 'second-step' }]);
  return cookiesOf(response);
}

async function step(cookie: string, code: string): Promise<{ said: string; cookie: string }> {
  const response = await api.post('/api/auth/second-step', { code }, { cookie });
  const body = (await response.json()) as { error?: { code: string } };
  return { said: body.error?.code ?? 'in', cookie: cookiesOf(response) };
}

/** Half a minute later, as far as codes are concerned. */
const later = ({ email }: TestPerson): Promise<unknown> => api.database.sql('UPDATE auth.second_factor SET last_step = 0 WHERE user_id = (SELECT id FROM auth."user" WHERE email = $1)', [email]);
const actionsOf = async (person: TestPerson): Promise<string[]> => {
  const rows = await api.database.sql<{ action: string }>(`SELECT action FROM audit_entry WHERE actor = $1 AND action LIKE 'member.%' ORDER BY seq`, [person.email]);
  return rows.map(({ action }) => action);
};

/** Mails that tell somebody that how they sign in has changed. */
const toldOf = async ({ email }: TestPerson): Promise<string[]> =>
  (await api.database.sql<{ body: string }>(`SELECT body FROM mail_message WHERE recipient = $1 AND subject LIKE '%How you sign in has changed' ORDER BY written_at`, [email])).map(({ body }) => body);

describe('setting a second factor up', () => {
  it('shows a secret, and asks nothing of anybody until a code of it is shown', async () => {
    const owner = await api.newcomer('Begun');
    const { beginSecondFactor: offered } = await owner.get<{ beginSecondFactor: { secret: string; uri: string; qr: string[] } }>('mutation { beginSecondFactor { secret uri qr } }');
    expect(offered.uri).toContain(`secret=${offered.secret}`);
    expect(new Set(offered.qr.map((row) => row.length))).toEqual(new Set([offered.qr.length]));
    // The finder pattern of ISO/IEC 18004 at three corners, within four light modules.
    const [top, bottom] = [offered.qr[4]!, offered.qr.at(-5)!];
    expect([top.startsWith('....#######.'), top.endsWith('.#######....'), bottom.startsWith('....#######.'), bottom.endsWith('.#######....')]).toEqual([true, true, true, false]);
    expect(codesOf(await owner.ask('mutation { confirmSecondFactor(code: "000000") { codes } }'))).toEqual(['AUTH.WRONG_CODE']);
    expect(await isIn((await api.signIn(owner.email, owner.password)).cookie)).toBe(true);
    expect((await owner.get<object>(STATE))).toEqual({ viewer: { secondFactor: { since: null, recoveryCodesLeft: 0, isMissing: false } } });
  });

  it('ends the sessions that were opened with less, and keeps this one', async () => {
    const owner = await api.newcomer('Set up');
    const elsewhere = await api.signIn(owner.email, owner.password);
    await setUpSecondFactor(owner);
    expect([await isIn(owner.cookie), await isIn(elsewhere.cookie)]).toEqual([true, false]);
    expect(await owner.get<object>(STATE)).toEqual({ viewer: { secondFactor: { since: expect.any(String), recoveryCodesLeft: 10, isMissing: false } } });
    expect(codesOf(await owner.ask('mutation { beginSecondFactor { secret } }'))).toEqual(['SECOND_FACTOR.ALREADY_ON']);
    expect(await actionsOf(owner)).toEqual(['member.second-factor-turned-on']);
    expect(await toldOf(owner)).toEqual([expect.stringContaining('The second factor was turned on')]);
  });

  it('is not mailed of to an address that is not known to be theirs', async () => {
    const owner = await api.newcomer('Unproven');
    await setUpSecondFactor(owner);
    await api.database.sql('UPDATE auth."user" SET "emailVerified" = false WHERE email = $1', [owner.email]);
    await owner.get('mutation ($password: String!) { turnOffSecondFactor(password: $password) { id } }', { password: owner.password });
    expect([await actionsOf(owner), (await toldOf(owner)).length]).toEqual([['member.second-factor-turned-on', 'member.second-factor-turned-off'], 1]);
  });

  it('keeps neither secret nor codes as they are', async () => {
    const owner = await api.newcomer('At rest');
    const { secret, recoveryCodes } = await setUpSecondFactor(owner);
    const rows = await api.database.sql<{ text: string }>(`SELECT string_agg(f::text || c::text || encode(c.digest, 'escape'), ' ') AS text FROM auth.second_factor f JOIN auth.recovery_code c USING (user_id)`);
    expect(rows[0]!.text).toContain('s1.');
    for (const shown of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))]) expect(rows[0]!.text).not.toContain(shown);
  });

  it('asks for the password, unless somebody has signed in just now', async () => {
    const owner = await api.newcomer('Long there');
    await api.database.sql(`UPDATE auth.session SET "createdAt" = now() - interval '11 minutes' WHERE "userId" = (SELECT id FROM auth."user" WHERE email = $1)`, [owner.email]);
    expect(codesOf(await owner.ask('mutation { beginSecondFactor { secret } }'))).toEqual(['AUTH.CONFIRM_REQUIRED']);
    expect(codesOf(await owner.ask('mutation { beginSecondFactor(password: "wrong") { secret } }'))).toEqual(['AUTH.WRONG_PASSWORD']);
    await owner.get('mutation ($password: String!) { beginSecondFactor(password: $password) { secret } }', { password: owner.password });
  });
});

describe('signing in with a second factor', () => {
  let owner: TestPerson;
  let factor: Authenticator;
  beforeAll(async () => {
    owner = await api.newcomer('Guarded');
    factor = await setUpSecondFactor(owner);
  });

  it('opens no session by the password alone', async () => {
    await later(owner);
    const cookie = await begun(owner);
    expect(cookie).toMatch(/^tenon\.second_step=[\w-]{43}$/);
    expect(await isIn(cookie)).toBe(false);
    const done = await step(cookie, ` ${codeOf(factor.secret).replace(/^.../, '$& ')}`);
    expect([done.said, await isIn(done.cookie)]).toEqual(['in', true]);
    expect((await step(cookie, codeOf(factor.secret, 1))).said).toBe('AUTH.SECOND_STEP_OVER');
  });

  it('takes no code twice, nor one older than the last, and tells its person once', async () => {
    await later(owner);
    const code = codeOf(factor.secret);
    expect((await step(await begun(owner), code)).said).toBe('in');
    const [again, older] = [await step(await begun(owner), code), await step(await begun(owner), codeOf(factor.secret, -1))];
    expect([again.said, older.said]).toEqual(['AUTH.WRONG_CODE', 'AUTH.WRONG_CODE']);
    const mails = await api.database.sql<{ body: string }>(`SELECT body FROM mail_message WHERE recipient = $1 AND subject LIKE '用过的验证码%'`, [owner.email]);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.body).not.toContain(code);
    expect((await actionsOf(owner)).filter((each) => each === 'member.code-reused')).toHaveLength(1);
    expect((await step(await begun(owner), codeOf(factor.secret, 1))).said).toBe('in');
  });

  it('takes one code once, though it comes several times at once', async () => {
    await later(owner);
    const code = codeOf(factor.secret);
    const cookies = [await begun(owner), await begun(owner), await begun(owner)];
    const said = await Promise.all(cookies.map(async (cookie) => (await step(cookie, code)).said));
    expect(said.sort()).toEqual(['AUTH.WRONG_CODE', 'AUTH.WRONG_CODE', 'in']);
  });

  it('takes a recovery code instead, once, however it is typed', async () => {
    const [first, second] = factor.recoveryCodes as [string, string];
    expect((await step(await begun(owner), first.toUpperCase().replaceAll('-', ' '))).said).toBe('in');
    await api.database.sql('UPDATE auth.second_factor SET reuse_told_at = NULL');
    expect((await step(await begun(owner), first)).said).toBe('AUTH.WRONG_CODE');
    expect((await actionsOf(owner)).filter((each) => each === 'member.code-reused')).toHaveLength(2);
    const done = await step(await begun(owner), second);
    expect(done.said).toBe('in');
    expect((await actionsOf(owner)).filter((each) => each === 'member.recovery-code-used')).toHaveLength(2);
    expect(await api.ask(STATE, {}, done.cookie)).toMatchObject({ data: { viewer: { secondFactor: { recoveryCodesLeft: 8 } } } });
  });

  it('is over after five tries, after ten minutes, and with another password', async () => {
    const tried = await begun(owner);
    for (let turn = 0; turn < 5; turn += 1) expect((await step(tried, 'no code')).said).toBe('AUTH.WRONG_CODE');
    const waited = await begun(owner);
    await api.database.sql(`UPDATE auth.second_step SET expires_at = now() - interval '1 second' WHERE tries = 0`);
    const reset = await begun(owner);
    await api.post('/api/auth/request-password-reset', { email: owner.email });
    await newPassword(owner.email, owner.password);
    for (const cookie of [tried, waited, reset, '', 'tenon.second_step=guessed']) expect((await step(cookie, factor.recoveryCodes[2]!)).said).toBe('AUTH.SECOND_STEP_OVER');
    expect((await step(await begun(owner), factor.recoveryCodes[2]!)).said).toBe('in');
  });

  it('bounds guessing from anywhere, and does not lock the owner out', async () => {
    const guessed = await api.newcomer('Guessed');
    const { secret, recoveryCodes } = await setUpSecondFactor(guessed);
    const said: string[] = [];
    const wrong = codeOf(secret, 1_000);
    for (let turn = 0; turn < TRIES + 2; turn += 1) said.push((await step(await begun(guessed), wrong)).said);
    expect(said).toEqual([...Array.from({ length: TRIES }, () => 'AUTH.WRONG_CODE'), 'AUTH.TOO_MANY_ATTEMPTS', 'AUTH.TOO_MANY_ATTEMPTS']);
    expect((await step(await begun(guessed), codeOf(secret, 1))).said).toBe('AUTH.TOO_MANY_ATTEMPTS');
    expect((await step(await begun(guessed), recoveryCodes[0]!)).said).toBe('in');
  });

  async function newPassword(email: string, password: string): Promise<void> {
    const [mail] = await api.database.sql<{ body: string }>(`SELECT body FROM mail_message WHERE recipient = $1 AND subject LIKE '%Set a new password' ORDER BY written_at DESC`, [email]);
    const token = decodeURIComponent(/token=(\S+)/.exec(mail?.body ?? '')?.[1] ?? '');
    expect((await api.post('/api/auth/reset-password', { token, password })).status).toBe(200);
  }
});

describe('a second factor', () => {
  it('gives new recovery codes for the password, and the ones before are worthless', async () => {
    const owner = await api.newcomer('Renewed');
    const { recoveryCodes } = await setUpSecondFactor(owner);
    expect(codesOf(await owner.ask('mutation { renewRecoveryCodes(password: "wrong") { codes } }'))).toEqual(['AUTH.WRONG_PASSWORD']);
    const { renewRecoveryCodes } = await owner.get<{ renewRecoveryCodes: { codes: string[] } }>('mutation ($password: String!) { renewRecoveryCodes(password: $password) { codes } }', { password: owner.password });
    expect((await step(await begun(owner), recoveryCodes[0]!)).said).toBe('AUTH.WRONG_CODE');
    expect((await step(await begun(owner), renewRecoveryCodes.codes[9]!)).said).toBe('in');
  });

  it('is taken away for the password alone', async () => {
    const owner = await api.newcomer('Turned off');
    await setUpSecondFactor(owner);
    expect(codesOf(await owner.ask('mutation { turnOffSecondFactor(password: "wrong") { id } }'))).toEqual(['AUTH.WRONG_PASSWORD']);
    await owner.get('mutation ($password: String!) { turnOffSecondFactor(password: $password) { id } }', { password: owner.password });
    expect(await isIn((await api.signIn(owner.email, owner.password)).cookie)).toBe(true);
    expect(await api.database.sql('SELECT 1 FROM auth.recovery_code c JOIN auth."user" u ON u.id = c.user_id WHERE u.email = $1', [owner.email])).toEqual([]);
    expect(await actionsOf(owner)).toEqual(['member.second-factor-turned-on', 'member.second-factor-turned-off']);
  });
});

describe('a company that demands a second factor', () => {
  const DEMAND = 'mutation ($isDemanded: Boolean!) { demandSecondFactor(isDemanded: $isDemanded) { demandsSecondFactor } }';

  it('lets in only who has one, and the way out and in stays open', async () => {
    const owner = await api.newcomer('Strict');
    const { tenant } = await whoIs(owner);
    const member = await colleague(api, tenant!.id, 'admin');
    expect(codesOf(await owner.ask(DEMAND, { isDemanded: true }))).toEqual(['SECOND_FACTOR.OWN_FIRST']);
    await setUpSecondFactor(owner);
    expect(codesOf(await member.ask(DEMAND, { isDemanded: true }))).toEqual(['AUTH.FORBIDDEN']);
    expect(await owner.get<object>(DEMAND, { isDemanded: true })).toEqual({ demandSecondFactor: { demandsSecondFactor: true } });
    expect(codesOf(await member.ask('{ devices { totalCount } }'))).toEqual(['AUTH.SECOND_FACTOR_REQUIRED']);
    expect(await member.get<object>('{ viewer { permissions secondFactor { isMissing } companies { name } } }')).toMatchObject({ viewer: { permissions: [], secondFactor: { isMissing: true } } });
    await setUpSecondFactor(member);
    expect(await member.get<object>('{ devices { totalCount } }')).toEqual({ devices: { totalCount: 0 } });
    await member.get('mutation ($password: String!) { turnOffSecondFactor(password: $password) { id } }', { password: member.password });
    expect(codesOf(await member.ask('{ devices { totalCount } }'))).toEqual(['AUTH.SECOND_FACTOR_REQUIRED']);
    await owner.get(DEMAND, { isDemanded: false });
    expect(await member.get<object>('{ devices { totalCount } }')).toEqual({ devices: { totalCount: 0 } });
    const changes = await api.database.sql(`SELECT details->'after' AS after FROM audit_entry WHERE tenant_id = $1 AND action = 'tenant.second-factor-policy-changed' ORDER BY seq`, [tenant!.id]);
    expect(changes).toEqual([{ after: { isDemanded: true } }, { after: { isDemanded: false } }]);
  });
});
