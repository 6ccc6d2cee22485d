// @ts-check
/**
 * What the list of machines and the tree of the plant cost in a company of 10,000 machines in 2,000 places: each question of the portal's page,
 * asked by one client again and again through the real api, with sign-in and row-level security. Then the page itself, in a real browser before the real portal, where
 * the journeys' browser is installed.
 *
 *   node bench/machines/main.mjs [--json] [--machines 10000] [--seconds 3] [--no-page]
 */
import { parseArgs } from 'node:util';
import { throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { askers } from '../list/ask-repeatedly.mjs';
import { freePort } from '../peers/http.mjs';
import { measurePage } from './page.mjs';
import { startPortal } from './start-portal.mjs';
import { startApi } from '../list/start-api.mjs';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, machines: { type: 'string', default: '10000' }, seconds: { type: 'string', default: '3' }, 'no-page': { type: 'boolean', default: false } } });

const NODES = 'totalCount nodes { id name kind connection lastSeenAt createdAt type { id name } path { id name } tags } pageInfo { hasNextPage endCursor }';

/** 4 sites of 19 areas of 25 lines, and each line with a machine in turn; half of the machines online, every fifth with a tag. */
const FILL = `
  WITH t AS (SELECT id FROM tenant LIMIT 1),
  s AS (INSERT INTO place (tenant_id, id, kind, name, position) SELECT t.id, gen_random_uuid(), 'site', 'site ' || n, n FROM t, generate_series(1, 4) n RETURNING tenant_id, id),
  a AS (INSERT INTO place (tenant_id, id, parent_id, kind, name, position) SELECT s.tenant_id, gen_random_uuid(), s.id, 'area', 'area ' || n, n FROM s, generate_series(1, 19) n RETURNING tenant_id, id),
  l AS (INSERT INTO place (tenant_id, id, parent_id, kind, name, position) SELECT a.tenant_id, gen_random_uuid(), a.id, 'line', 'line ' || n, n FROM a, generate_series(1, 25) n RETURNING tenant_id, id),
  numbered AS (SELECT tenant_id, id, row_number() OVER () AS at, count(*) OVER () AS lines FROM l),
  d AS (INSERT INTO device (tenant_id, id, name, kind, place_id, attributes) SELECT p.tenant_id, gen_random_uuid(), 'machine ' || lpad(n::text, 6, '0'), 'machine', p.id, jsonb_build_object('serial', 'SN-' || n)
    FROM generate_series(1, $1::int) n JOIN numbered p ON p.at = 1 + n % p.lines RETURNING tenant_id, id, name),
  g AS (INSERT INTO tag (tenant_id, id, name) SELECT id, gen_random_uuid(), 'fifth' FROM t RETURNING tenant_id, id),
  u AS (INSERT INTO device_tag (tenant_id, device_id, tag_id) SELECT d.tenant_id, d.id, g.id FROM d, g WHERE right(d.name, 1) IN ('0', '5'))
  INSERT INTO device_presence (tenant_id, device_id, is_connected, last_seen_at) SELECT tenant_id, id, right(name, 1) < '5', now() - (right(name, 1)::int * interval '1 minute') FROM d`;

/** @param {{ site: string, tag: string }} ids @returns {Record<string, string>} */
const questions = ({ site, tag }) => ({
  'the first page': `{ devices(first: 50) { ${NODES} } }`,
  'the first page of a site': `{ devices(first: 50, filter: { placeId: "${site}" }) { ${NODES} } }`,
  'by a serial number': `{ devices(first: 50, search: "SN-4321") { ${NODES} } }`,
  'of those with a tag that are offline': `{ devices(first: 50, connection: OFFLINE, filter: { tagIds: ["${tag}"] }) { ${NODES} } }`,
  'by when they last sent something': `{ devices(first: 50, order: SEEN_DOWN) { ${NODES} } }`,
  'the tree, with how many machines are where': '{ plantTree { places { place { id parentId kind name timeZone } machines { total offline } } unplaced { total offline } all { total offline } retired } }',
});

const database = await throwawayDatabase();
try {
  const port = await freePort();
  const api = await startApi(database.databaseUrl, { PUBLIC_URL: `http://localhost:${port}` });
  const { cookie } = await api.signUp();
  await database.superuser.query(FILL, [Number(values.machines)]);
  await database.superuser.query('ANALYZE');
  const idOf = async (/** @type {string} */ sql) => String((await database.superuser.query(sql)).rows[0]?.id);
  const ids = { site: await idOf(`SELECT id FROM place WHERE kind = 'site' LIMIT 1`), tag: await idOf('SELECT id FROM tag') };
  const asked = { name: 'tenon', url: `${api.url}/graphql`, cookie, pids: { api: api.pid, postgres: database.pid } };
  /** @type {Record<string, import('../list/ask-repeatedly.mjs').Answered>} */
  const found = {};
  for (const [name, query] of Object.entries(questions(ids))) {
    const one = askers(asked, { query, clients: 1 });
    await one.warmUp(50);
    found[name] = await one.during(Number(values.seconds) * 1_000);
    one.close();
  }
  const page = values['no-page'] ? [] : await inBrowser({ apiUrl: api.url, port }, cookie);
  await api.stop();
  if (values.json) process.stdout.write(`${JSON.stringify({ ...found, page })}\n`);
  else for (const [name, { p50Ms, p95Ms, cpuUsPerRequest }] of Object.entries(found)) process.stdout.write(`${name}: p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms; processor ms: ${Object.entries(cpuUsPerRequest).map(([part, us]) => `${part} ${(us / 1_000).toFixed(1)}`).join(', ')}\n`);
  if (!values.json) for (const { name, p50Ms, worstMs } of page ?? []) process.stdout.write(`${name}: p50 ${p50Ms.toFixed(0)} ms, at most ${worstMs.toFixed(0)} ms\n`);
  if (page === null) process.stderr.write('The page is not measured: the browser of the journeys is not installed (npm test -- --only e2e installs it).\n');
} finally {
  await database.close();
}

/** @param {{ apiUrl: string, port: number }} where @param {string} cookie */
async function inBrowser(where, cookie) {
  const portal = await startPortal(where);
  try {
    return await measurePage({ url: portal.url, cookie });
  } finally {
    await portal.stop();
  }
}
