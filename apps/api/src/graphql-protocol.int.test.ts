import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { guardBystander } from '@tenon/testing/bystander';
import { testApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

describe('GraphQL over HTTP', () => {
  // The audits of graphql-http, the specification's own reference. Its MUSTs hold; the rest is advice.
  for (const audit of serverAudits({ url: () => `${api.url}/graphql`, fetchFn: (url: string, init?: RequestInit) => fetch(url, { ...init, headers: { 'apollo-require-preflight': '1', ...init?.headers } }) })) {
    it(`${audit.id}: ${audit.name}`, async () => {
      const result = await audit.fn();
      const isMust = audit.name.startsWith('MUST');
      if (isMust) expect({ status: result.status, reason: 'reason' in result ? result.reason : '' }).toEqual({ status: 'ok', reason: '' });
      else expect(['ok', 'warn', 'notice']).toContain(result.status);
    });
  }

  it('guards against requests that a browser sends for another site without asking', async () => {
    const simple = await fetch(`${api.url}/graphql`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{ viewer { id } }"}' });
    expect(simple.status).toBeGreaterThanOrEqual(400);
    const get = await fetch(`${api.url}/graphql?query=${encodeURIComponent('{ viewer { id } }')}`);
    expect(get.status).toBe(400);
  });
});

describe('what an operation may ask', () => {
  const codeOf = async (query: string): Promise<string | undefined> => (await api.ask(query)).errors?.[0]?.extensions.code;

  it.each([
    ['{ viewer { ', 'GRAPHQL_PARSE_FAILED'],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ viewer }', 'GRAPHQL_VALIDATION_FAILED'],
    [`{ ${Array.from({ length: 16 }, (_, index) => `a${index}: viewer { id }`).join(' ')} }`, 'GRAPHQL_TOO_MANY_ALIASES'],
    [`{ viewer { ${'id '.repeat(2_100)} } }`, 'GRAPHQL_TOO_LONG'],
    [`{ apps { nodes { ${'subscription { app { '.repeat(5)} id ${'} } '.repeat(5)} } } }`, 'GRAPHQL_TOO_DEEP'],
    [`{ apps { nodes { subscription { app { subscription { app { ${'id slug version publisherName '.repeat(120)} } } } } } } }`, 'GRAPHQL_TOO_COSTLY'],
  ])('refuses %#', async (query, code) => {
    expect(await codeOf(query)).toBe(code);
  });

  it('reckons a page by the variable that says its size', async () => {
    const query = 'query ($first: Int!) { subscriptions(first: $first) { nodes { app { subscription { app { subscription { app { id slug name { zh en } scopes { permission purpose { zh en } } } } } } } } } }';
    const codeWith = async (first: number): Promise<string | undefined> => (await api.ask(query, { first })).errors?.[0]?.extensions.code;
    expect([await codeWith(500), await codeWith(10)]).toEqual(['GRAPHQL_TOO_COSTLY', 'AUTH.SIGN_IN_REQUIRED']);
    expect((await api.post('/graphql', { query, variables: { first: 500 } })).status).toBe(400);
  });

  it('keeps our insides to itself', async () => {
    const answer = await api.ask('{ device(id: "x") { id } }');
    expect(answer.errors?.[0]).toEqual(expect.objectContaining({ extensions: { code: 'AUTH.SIGN_IN_REQUIRED', kind: 'unauthenticated', details: {} } }));
    expect(JSON.stringify(answer)).not.toMatch(/\.ts|node_modules|stack/);
  });

  it('refuses pages of a silly size and cursors that are not ours', async () => {
    const owner = await api.newcomer('Pages');
    expect((await owner.ask('{ devices(first: 1000) { totalCount } }')).errors?.[0]?.extensions.code).toBe('PAGE.SIZE');
    expect((await owner.ask('{ devices(after: "nonsense") { totalCount } }')).errors?.[0]?.extensions.code).toBe('PAGE.CURSOR');
  });
});
