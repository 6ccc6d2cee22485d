import { afterEach, describe, expect, it } from '@jest/globals';
import { testApi, type TestApi } from './testing/test-api.js';

/** What one person may get wrong from one address before that address is refused for a while; few, since each is a password's work. */
const FAILURES_ALLOWED = 2;
const LIMITS = { SIGN_IN_TRIES_PER_PERSON: String(FAILURES_ALLOWED) };

let api: TestApi;
afterEach(() => api.close());

/** Tries a wrong password, as a proxy would hand it on for a browser at this address. */
async function failFrom(address: string): Promise<number> {
  const response = await api.post('/api/auth/sign-in', { email: 'nobody@example.com', password: 'wrong' }, { 'x-forwarded-for': address });
  await response.arrayBuffer();
  return response.status;
}

async function useUp(address: string): Promise<void> {
  for (let failure = 0; failure < FAILURES_ALLOWED; failure += 1) expect(await failFrom(address)).toBe(401);
  expect(await failFrom(address)).toBe(429);
}

describe('the address of a browser', () => {
  it('is what a trusted proxy says it is', async () => {
    api = await testApi({ ...LIMITS, TRUSTED_PROXIES: '127.0.0.0/8' });
    await useUp('203.0.113.5');
    expect(await failFrom('203.0.113.6')).toBe(401);
  });

  it('is never what anybody else says it is', async () => {
    api = await testApi({ ...LIMITS, TRUSTED_PROXIES: '10.1.0.0/16' });
    await useUp('203.0.113.5');
    expect(await failFrom('203.0.113.6')).toBe(429);
  });
});
