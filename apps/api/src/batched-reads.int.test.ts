import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TenantDb } from '@tenon/db';
import { guardBystander } from '@tenon/testing/bystander';
import { testApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(() => api.close());

const SLUGS = ['one-app', 'two-app', 'three-app'];
const manifest = (slug: string) => ({
  engine: 'energy', slug, version: '1.0.0', price: { model: 'free' },
  name: { zh: '能', en: 'Energy' }, summary: { zh: '能', en: 'Energy' }, description: { zh: '能', en: 'Energy' },
  scopes: [{ permission: 'telemetry:read', purpose: { zh: '读', en: 'read' } }],
});

/** How many readings of a company a piece of work takes. */
async function readingsOf(work: () => Promise<unknown>): Promise<number> {
  const db = api.app.get(TenantDb, { strict: false });
  const read = db.read.bind(db);
  let count = 0;
  db.read = (...args) => ((count += 1), read(...args));
  await work();
  db.read = read;
  return count;
}

describe('a page of subscriptions with their apps', () => {
  it('costs one read a level, however many there are', async () => {
    const owner = await api.newcomer('Reader');
    for (const slug of SLUGS) {
      await api.database.sql(`INSERT INTO app (id, slug, publisher_name, engine) VALUES (gen_random_uuid(), $1, 'Tenon', 'energy')`, [slug]);
      await api.database.sql(`INSERT INTO app_version (id, app_id, version, manifest, state) SELECT gen_random_uuid(), id, '1.0.0', $2, 'listed' FROM app WHERE slug = $1`, [slug, JSON.stringify(manifest(slug))]);
    }
    await api.database.sql(`UPDATE app SET listed_version_id = (SELECT v.id FROM app_version v WHERE v.app_id = app.id) WHERE publisher_name = 'Tenon'`);
    const { apps } = await owner.get<{ apps: { nodes: { id: string }[] } }>('{ apps { nodes { id } } }');
    for (const { id } of apps.nodes) await owner.get('mutation ($id: ID!) { subscribe(input: { appId: $id, consentedScopes: ["telemetry:read"] }) { id } }', { id });
    type Answer = { subscriptions: { nodes: { id: string; app: { slug: string; subscription: { id: string; app: { slug: string } } } }[] } };
    let answer: Answer | undefined;
    const count = await readingsOf(async () => (answer = await owner.get<Answer>('{ subscriptions { nodes { id app { slug subscription { id app { slug } } } } } }')));
    const nodes = answer?.subscriptions.nodes ?? [];
    expect(nodes.map(({ app }) => app.slug).sort()).toEqual([...SLUGS].sort());
    expect(nodes.every(({ id, app }) => app.subscription.id === id && app.subscription.app.slug === app.slug)).toBe(true);
    expect(count).toBe(4);
  });
});
