// @ts-check
/**
 * A GraphQL list of 20 machines with sign-in and row-level security, as the portal asks for it, beside the limit: bare
 * Apollo Server on Fastify that answers the same shape from memory, with no sign-in and no database. Both in one run,
 * under the same load.
 *
 *   node bench/list/main.mjs [--json] [--seconds 8] [--clients 16]
 */
import { parseArgs } from 'node:util';
import { throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { askRepeatedly } from './ask-repeatedly.mjs';
import { startBareApollo } from './bare-apollo.mjs';
import { startApi } from './start-api.mjs';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, seconds: { type: 'string', default: '8' }, clients: { type: 'string', default: '16' } } });
const load = { seconds: Number(values.seconds), clients: Number(values.clients) };
const QUERY = '{ devices(first: 20) { totalCount nodes { id name kind connection lastSeenAt createdAt } pageInfo { hasNextPage endCursor } } }';

const database = await throwawayDatabase();
try {
  const api = await startApi(database.databaseUrl);
  const session = await api.signUp();
  await session.addMachines(20);
  const tenon = await askRepeatedly({ ...load, url: `${api.url}/graphql`, query: QUERY, cookie: session.cookie, pids: { api: api.pid, postgres: database.pid } });
  await api.stop();
  const bare = await startBareApollo(tenon.sample);
  const apollo = await askRepeatedly({ ...load, url: bare.url, query: QUERY, cookie: '', pids: { apollo: bare.pid } });
  await bare.stop();
  const ratio = tenon.perSecond / apollo.perSecond;
  if (values.json) process.stdout.write(`${JSON.stringify({ tenon: { ...tenon, sample: undefined }, apollo: { ...apollo, sample: undefined }, ratio })}\n`);
  else for (const line of [describe('tenon', tenon), describe('bare apollo, from memory', apollo), `tenon to bare apollo              ${ratio.toFixed(2)} × the rate`]) process.stdout.write(`${line}\n`);
} finally {
  await database.close();
}

/** @param {string} name @param {import('./ask-repeatedly.mjs').Asked} asked */
function describe(name, { perSecond, p50Ms, p99Ms, cpuUsPerRequest }) {
  const cpu = Object.entries(cpuUsPerRequest).map(([part, us]) => `${part} ${us.toFixed(0)}`).join(', ');
  return `${name.padEnd(34)}${Math.round(perSecond)} requests/s, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, processor µs a request: ${cpu}`;
}
