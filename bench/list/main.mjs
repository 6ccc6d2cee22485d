// @ts-check
/**
 * A GraphQL list of 20 machines with sign-in and row-level security, as the portal asks for it, beside the limit: bare
 * Apollo Server on Fastify that answers the same shape from memory, with no sign-in and no database. Both in one run,
 * in turn, under the same load.
 *
 *   node bench/list/main.mjs [--json] [--rounds 10] [--clients 16]
 */
import { parseArgs } from 'node:util';
import { throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { askers } from './ask-repeatedly.mjs';
import { startBareApollo } from './bare-apollo.mjs';
import { askInTurn } from './in-turn.mjs';
import { startApi } from './start-api.mjs';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '10' }, clients: { type: 'string', default: '16' } } });
const QUERY = '{ devices(first: 20) { totalCount nodes { id name kind connection lastSeenAt createdAt } pageInfo { hasNextPage endCursor } } }';

const database = await throwawayDatabase();
try {
  const api = await startApi(database.databaseUrl);
  const session = await api.signUp();
  await session.addMachines(20);
  // What autovacuum does within a minute wherever a platform runs.
  await database.superuser.query('ANALYZE');
  const tenon = { name: 'tenon', url: `${api.url}/graphql`, cookie: session.cookie, pids: { api: api.pid, postgres: database.pid } };
  const bare = await startBareApollo(await sampleOf(tenon));
  const apollo = { name: 'bare apollo, from memory', url: bare.url, cookie: '', pids: { apollo: bare.pid } };
  const { ours, peer, ratio, cpuRatio } = await askInTurn([tenon, apollo], { query: QUERY, clients: Number(values.clients), rounds: Number(values.rounds) });
  await Promise.all([api.stop(), bare.stop()]);
  if (values.json) process.stdout.write(`${JSON.stringify({ tenon: ours, apollo: peer, ratio, cpuRatio })}\n`);
  else process.stdout.write(`a list of 20 machines: tenon ${said(ours)}; bare apollo, from memory, ${said(peer)}; ${ratio.toFixed(2)} × the rate, ${cpuRatio.toFixed(2)} × the processor time\n`);
} finally {
  await database.close();
}

/** @param {import('./ask-repeatedly.mjs').Asked} asked */
async function sampleOf(asked) {
  const one = askers(asked, { query: QUERY, clients: 1 });
  const sample = String(await one.ask());
  one.close();
  return sample;
}

/** @param {import('./ask-repeatedly.mjs').Answered} answered */
function said({ perSecond, p50Ms, p99Ms, cpuUsPerRequest }) {
  const cpu = Object.entries(cpuUsPerRequest).map(([part, us]) => `${part} ${us.toFixed(0)}`).join(', ');
  return `${Math.round(perSecond)} requests/s, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, processor µs a request: ${cpu}`;
}
