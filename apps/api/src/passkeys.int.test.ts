import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SoftPasskey, type Ceremony } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { readFileSync } from 'node:fs';
import { setUpSecondFactor } from './testing/second-factors.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

const TO_COSE = readFileSync(new URL('../../../prisma/migrations/20261128170000_passkey_cose/migration.sql', import.meta.url), 'utf8');
const SITE = { origin: 'http://localhost:3000', rpId: 'localhost' };
let api: TestApi;
beforeAll(async () => {
  api = await testApi({ SIGN_IN_TRIES_PER_ADDRESS: '60' });
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const said = ({ errors }: Answer): string => errors?.[0]?.extensions.code ?? 'done';
const begin = async (person: TestPerson): Promise<{ challenge: string; relyingPartyId: string; userHandle: string; userName: string; algorithms: number[]; knownIds: string[] }> =>
  (await person.get<{ beginPasskey: never }>('mutation { beginPasskey { challenge relyingPartyId userHandle userName algorithms knownIds } }')).beginPasskey;
const add = (person: TestPerson, passkey: SoftPasskey, ceremony: Partial<Ceremony> & { challenge: string }, name = 'Phone'): Promise<Answer> =>
  person.ask('mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { id name isSyncable lastUsedAt } }', { input: { name, ...passkey.make({ ...SITE, ...ceremony }) } });

/** Somebody with a passkey. */
async function holder(name: string): Promise<{ person: TestPerson; passkey: SoftPasskey; id: string }> {
  const [person, passkey] = [await api.newcomer(name), new SoftPasskey()];
  const { addPasskey } = (await add(person, passkey, await begin(person))).data as { addPasskey: { id: string } };
  return { person, passkey, id: addPasskey.id };
}

async function challenge(): Promise<string> {
  const response = await api.post('/api/auth/passkey-challenge', {});
  const said = (await response.json()) as { challenge: string; relyingPartyId: string };
  expect(said.relyingPartyId).toBe(SITE.rpId);
  return said.challenge;
}

/** Knocks with an answer; who is in afterwards, or why nobody. */
async function knock(answer: object, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await api.post('/api/auth/passkey', answer, headers);
  if (!response.ok) return ((await response.json()) as { error: { code: string } }).error.code;
  const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  return ((await api.ask('{ viewer { email } }', {}, cookie)).data?.['viewer'] as { email: string } | null)?.email;
}

const signIn = async (passkey: SoftPasskey, change: Partial<Ceremony> = {}, more: object = {}): Promise<unknown> => knock({ ...passkey.assert({ ...SITE, challenge: await challenge(), ...change }), ...more });
const trail = async ({ email }: TestPerson): Promise<string[]> => (await api.database.sql<{ action: string }>(`SELECT action FROM audit_entry WHERE actor = $1 AND action LIKE 'member.passkey%' ORDER BY seq`, [email])).map(({ action }) => action);

describe('a passkey', () => {
  it('is made for the person and the portal, and signs them in by itself, second factor or not', async () => {
    const person = await api.newcomer('Adds one');
    const offer = await begin(person);
    expect(offer).toEqual({ challenge: expect.any(String), relyingPartyId: 'localhost', userHandle: expect.any(String), userName: person.email, algorithms: [-8, -7, -257], knownIds: [] });
    const passkey = new SoftPasskey();
    expect((await add(person, passkey, offer)).data).toEqual({ addPasskey: { id: expect.any(String), name: 'Phone', isSyncable: false, lastUsedAt: null } });
    expect((await begin(person)).knownIds).toEqual([passkey.credentialId.toString('base64url')]);
    expect(await signIn(passkey)).toBe(person.email);
    await setUpSecondFactor(person);
    expect(await signIn(passkey)).toBe(person.email);
    const { viewer } = await person.get<{ viewer: { passkeys: { name: string; lastUsedAt: string }[] } }>('{ viewer { passkeys { name lastUsedAt } } }');
    expect(viewer.passkeys).toEqual([{ name: 'Phone', lastUsedAt: expect.any(String) }]);
    expect(await trail(person)).toEqual(['member.passkey-added']);
  });

  it('answers a challenge once, though it is sent several times at once', async () => {
    const { person, passkey } = await holder('Replayed');
    const answer = passkey.assert({ ...SITE, challenge: await challenge() });
    expect((await Promise.all([knock(answer), knock(answer), knock(answer)])).sort()).toEqual(['AUTH.PASSKEY_REFUSED', 'AUTH.PASSKEY_REFUSED', person.email]);
  });

  it.each([
    ['on another page', { origin: 'https://evil.example' }],
    ['for another site', { rpId: 'evil.example' }],
    ['by nobody that it knows', { flags: 0x01 }],
    ['to a challenge of its own', { challenge: Buffer.alloc(62).toString('base64url') }],
    ['of another ceremony', { type: 'webauthn.create' }],
    ['in a frame of another site', { crossOrigin: true }],
  ])('is refused where it answers %s', async (_how, change) => {
    expect(await signIn((await holder('Refused')).passkey, change)).toBe('AUTH.PASSKEY_REFUSED');
  });

  it.each([['credentialId', ''], ['signature', 'AAAA'], ['clientData', 7], ['authenticatorData', null], ['credentialId', { $ne: '' }]])('is refused with %s as %j', async (field, value) => {
    expect(await signIn((await holder('Broken')).passkey, {}, { [field]: value })).toBe('AUTH.PASSKEY_REFUSED');
  });

  it('is refused in the name of another, and where it is a copy that counts behind', async () => {
    const [mine, other] = [await holder('Mine'), await holder('Other')];
    expect(await signIn(other.passkey, {}, { credentialId: mine.passkey.credentialId.toString('base64url') })).toBe('AUTH.PASSKEY_REFUSED');
    expect([await signIn(mine.passkey, { signCount: 5 }), await signIn(mine.passkey, { signCount: 5 }), await signIn(mine.passkey), await signIn(mine.passkey, { signCount: 6 })]).toEqual([mine.person.email, 'AUTH.PASSKEY_REFUSED', 'AUTH.PASSKEY_REFUSED', mine.person.email]);
  });

  it.each(['ES256', 'RS256', 'EdDSA'] as const)('of %s that was kept as browsers write keys is kept as authenticators do, and signs in', async (kind) => {
    const [person, passkey] = [await api.newcomer(`Before ${kind}`), new SoftPasskey(kind)];
    expect(said(await add(person, passkey, await begin(person)))).toBe('done');
    const kept = async (): Promise<unknown> => (await api.database.sql('SELECT public_key FROM auth.passkey WHERE credential_id = $1', [passkey.credentialId]))[0];
    const today = await kept();
    await api.database.sql('UPDATE auth.passkey SET public_key = $2 WHERE credential_id = $1', [passkey.credentialId, passkey.spki]);
    expect(await signIn(passkey)).toBe('AUTH.PASSKEY_REFUSED');
    await api.database.sql(TO_COSE);
    expect(await kept()).toEqual(today);
    expect(await signIn(passkey)).toBe(person.email);
  });

  it('is renamed and removed by its owner alone, who shows that it is they', async () => {
    const [{ person, passkey, id }, other] = [await holder('Owner'), await holder('Stranger')];
    const rename = (by: TestPerson, name: string): Promise<Answer> => by.ask('mutation ($id: ID!, $name: String!) { renamePasskey(id: $id, name: $name) { name } }', { id, name });
    const remove = (by: TestPerson, password: string | null): Promise<Answer> => by.ask('mutation ($id: ID!, $password: String) { removePasskey(id: $id, password: $password) }', { id, password });
    expect([said(await rename(other.person, 'x')), said(await rename(person, ' ')), (await rename(person, ' Tablet ')).data]).toEqual(['PASSKEY.NOT_FOUND', 'PASSKEY.NAME', { renamePasskey: { name: 'Tablet' } }]);
    expect([said(await remove(other.person, other.person.password)), said(await remove(person, 'wrong')), said(await remove(person, person.password)), said(await remove(person, person.password))]).toEqual(['PASSKEY.NOT_FOUND', 'AUTH.WRONG_PASSWORD', 'done', 'PASSKEY.NOT_FOUND']);
    expect([await signIn(passkey), await trail(person)]).toEqual(['AUTH.PASSKEY_REFUSED', ['member.passkey-added', 'member.passkey-removed']]);
  });
});

describe('adding one', () => {
  it('takes what was made for this person, on this page, once', async () => {
    const [person, other] = [await api.newcomer('Careful'), await api.newcomer('Else')];
    const [offer, theirs, passkey] = [await begin(person), await begin(other), new SoftPasskey()];
    const refused = [{ challenge: theirs.challenge }, { challenge: await challenge() }, { ...offer, origin: 'https://evil.example' }, { ...offer, rpId: 'evil.example' }, { ...offer, flags: 0x41 }, { ...offer, flags: 0x05 }, { ...offer, crossOrigin: true }];
    for (const change of refused) expect(said(await add(person, passkey, change))).toBe('PASSKEY.NOT_MADE');
    expect([said(await add(person, passkey, offer, ' ')), said(await add(person, passkey, offer)), said(await add(person, passkey, offer)), said(await add(other, passkey, theirs))]).toEqual(['PASSKEY.NAME', 'done', 'PASSKEY.KNOWN', 'PASSKEY.KNOWN']);
  });

  it('asks for the password after a while, for a verified address always, and ends at twenty', async () => {
    const person = await api.newcomer('Long there');
    await api.database.sql(`UPDATE auth.session SET "createdAt" = now() - interval '11 minutes' WHERE "userId" = (SELECT id FROM auth."user" WHERE email = $1)`, [person.email]);
    expect(said(await person.ask('mutation { beginPasskey { challenge } }'))).toBe('AUTH.CONFIRM_REQUIRED');
    const ask = (): Promise<Answer> => person.ask('mutation ($password: String!) { beginPasskey(password: $password) { challenge } }', { password: person.password });
    expect(said(await ask())).toBe('done');
    await api.database.sql(`INSERT INTO auth.passkey (user_id, name, credential_id, public_key, sign_count, is_syncable) SELECT u.id, 'n', n::text::bytea, '', 0, false FROM auth."user" u, generate_series(1, 20) n WHERE email = $1`, [person.email]);
    expect(said(await ask())).toBe('PASSKEY.TOO_MANY');
    await api.database.sql('UPDATE auth."user" SET "emailVerified" = false WHERE email = $1', [person.email]);
    expect(said(await ask())).toBe('AUTH.EMAIL_NOT_VERIFIED');
  });
});

it('knocking with a passkey is slowed down by address, and not by what is right', async () => {
  const { person, passkey } = await holder('Counted');
  const from = { 'x-forwarded-for': '198.51.100.40' };
  const outcomes: unknown[] = [];
  for (let turn = 0; turn < 62; turn += 1) outcomes.push(await knock({}, from));
  expect(outcomes.filter((each) => each === 'AUTH.TOO_MANY_ATTEMPTS')).toHaveLength(2);
  expect(await knock(passkey.assert({ ...SITE, challenge: await challenge() }), { 'x-forwarded-for': '198.51.100.41' })).toBe(person.email);
});

it('refuses another site that makes the browser ask', async () => {
  expect((await api.post('/api/auth/passkey', {}, { origin: 'https://evil.example' })).status).toBe(403);
});
