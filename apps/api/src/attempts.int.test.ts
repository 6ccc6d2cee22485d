import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLog, Shutdown } from '@tenon/runtime';
import { codeOf } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { envSchema } from './env.js';
import { startApi } from './start-api.js';
import { tablesKeeping } from './testing/kept-secrets.js';
import { setUpSecondFactor } from './testing/second-factors.js';
import { testApi, type TestApi } from './testing/test-api.js';

const LIMITS = { SIGN_IN_TRIES_PER_PERSON: '4', SIGN_IN_TRIES_PER_EMAIL: '9', SECOND_FACTOR_TRIES_PER_PERSON: '3', RESETS_PER_EMAIL: '2' };
const HOME = '203.0.113.7';

let api: TestApi;
let beside: string;
const shutdown = new Shutdown(createLog({ name: 'api', level: 'silent' }));

/** A second api on the same database, as behind one balancer. */
beforeAll(async () => {
  api = await testApi(LIMITS);
  const env = envSchema.parse({ DATABASE_URL: api.database.databaseUrl, TENON_SECRET: 'ab'.repeat(32), API_PORT: '0', NODE_ENV: 'test', ...LIMITS });
  const { port } = await startApi(env, createLog({ name: 'api', level: 'silent' }), shutdown);
  beside = `http://127.0.0.1:${port}`;
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(async () => {
  await shutdown.run();
  await api.close();
});

async function knock(url: string, door: string, body: object, headers: Record<string, string> = {}): Promise<{ status: number; cookie: string }> {
  const response = await fetch(`${url}/api/auth/${door}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  return { status: response.status, cookie: response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ') };
}

const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });
const guess = async (url: string, email: string, address: string, password = 'wrong'): Promise<number> => (await knock(url, 'sign-in', { email, password }, from(address))).status;

describe('two apis', () => {
  it('count guesses at a password together, and let its owner in from elsewhere', async () => {
    const { email, password } = await api.newcomer('Guessed');
    const said = await Promise.all(Array.from({ length: 12 }, (_, n) => guess(n % 2 ? beside : api.url, email, '198.51.100.1')));
    expect(said.sort()).toEqual([401, 401, 401, 401, ...Array.from({ length: 8 }, () => 429)]);
    expect([await guess(beside, email, '198.51.100.1', password), await guess(beside, email, HOME, password)]).toEqual([429, 200]);
  });

  it('count those that come from many addresses together', async () => {
    const { email } = await api.newcomer('Spread');
    const said: number[] = [];
    for (let n = 0; n < 11; n += 1) said.push(await guess(n % 2 ? beside : api.url, email, `198.51.100.${10 + n}`));
    expect(said).toEqual([...Array.from({ length: 9 }, () => 401), 429, 429]);
  });

  it('count codes of a second factor together', async () => {
    const person = await api.newcomer('Codes');
    const { secret, recoveryCodes } = await setUpSecondFactor(person);
    const step = async (url: string, code: string): Promise<number> => {
      const { cookie } = await knock(url, 'sign-in', person, from(HOME));
      return (await knock(url, 'second-step', { code }, { ...from(HOME), cookie })).status;
    };
    const wrong = codeOf(secret, 1_000);
    expect([await step(api.url, wrong), await step(beside, wrong), await step(api.url, wrong), await step(beside, wrong)]).toEqual([401, 401, 401, 429]);
    expect(await step(beside, recoveryCodes[0] ?? '')).toBe(200);
  });

  it('count links to a new password together', async () => {
    const ask = async (url: string): Promise<number> => (await knock(url, 'request-password-reset', { email: 'flooded@example.com' })).status;
    expect([await ask(api.url), await ask(beside), await ask(api.url), await ask(beside)]).toEqual([202, 202, 429, 429]);
  });

  it('write down neither who tried nor from where', async () => {
    const { email } = await api.newcomer('Unnamed');
    await guess(api.url, email, '198.51.100.77');
    expect([await tablesKeeping(api.database, email, ['auth.attempt']), await tablesKeeping(api.database, '198.51.100.77', ['auth.attempt'])]).toEqual([[], []]);
  });

  it('forget a count when its time is over', async () => {
    const { email } = await api.newcomer('Later');
    for (let n = 0; n < 5; n += 1) await guess(api.url, email, '198.51.100.90');
    expect(await guess(beside, email, '198.51.100.90')).toBe(429);
    await api.database.sql('UPDATE auth.attempt SET expire = expire - 300000');
    expect(await guess(beside, email, '198.51.100.90')).toBe(401);
  });
});
