import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { liveClient } from './testing/live-client.js';
import { testApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const figures = async (): Promise<string> => (await fetch(`${api.url}/metrics`)).text();
const refused = (door: string, code: string, count: number): string => `tenon_api_refusals_total{door="${door}",code="${code}",service="api"} ${count}\n`;

describe('the api’s health', () => {
  it('lives, can work, and shows its figures', async () => {
    const answers = await Promise.all(['/healthz', '/readyz'].map(async (page) => (await fetch(api.url + page)).json()));
    expect(answers).toEqual([{ status: 'ok' }, { status: 'ready' }]);
    expect(await figures()).toContain('process_resident_memory_bytes');
  });

  it('counts what it refuses, by door and code', async () => {
    await api.ask('{ devices { nodes { id } } }');
    await api.ask('{ nothing }');
    await api.ask('{ viewer { id } }');
    await api.post('/api/auth/sign-in', { email: 'nobody@example.com', password: 'wrong' });
    await api.post('/api/auth/sign-in', { email: 'nobody@example.com', password: 'wrong' });
    const live = liveClient(api.url, '');
    await live.iterate({ query: '{ viewer { id } }' }).next().catch(() => undefined);
    await live.dispose();
    const text = await figures();
    for (const line of [
      refused('graphql', 'AUTH.SIGN_IN_REQUIRED', 1),
      refused('graphql', 'GRAPHQL_VALIDATION_FAILED', 1),
      refused('http', 'AUTH.WRONG_CREDENTIALS', 2),
      refused('subscription', 'GRAPHQL_SUBSCRIPTIONS_ONLY', 1),
    ]) expect(text).toContain(line);
  });
});
