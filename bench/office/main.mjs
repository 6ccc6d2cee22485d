// @ts-check
/**
 * The platform office's lists with 1,000 companies of 10 machines, as its pages ask for them, beside the limit: 95 of 100
 * answered within 200 ms. With `--companies` and `--machines` for another size.
 *
 *   node bench/office/main.mjs [--json] [--seconds 5] [--clients 4] [--companies 1000] [--machines 10]
 */
import { parseArgs } from 'node:util';
import { throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { askers } from '../list/ask-repeatedly.mjs';
import { startApi } from '../list/start-api.mjs';
import { publishAnnouncements } from './publish-announcements.mjs';
import { seedCompanies } from './seed-companies.mjs';
import { staffSession } from './staff-session.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '5' },
    clients: { type: 'string', default: '4' },
    companies: { type: 'string', default: '1000' },
    machines: { type: 'string', default: '10' },
  },
});
const LIMIT_MS = 200;
/** Somebody presses a button once: what they wait for without a sign that it goes on. */
const PUBLISH_LIMIT_MS = 1_000;
const PUBLISHED = 10;
const NODES = '{ totalCount nodes { id name state planId suspendedReason createdAt memberCount deviceCount subscriptionCount lastSeenAt ownerEmail } pageInfo { hasNextPage endCursor } }';
const QUESTIONS = {
  'companies, first page': `{ companies(first: 50) ${NODES} }`,
  'companies, a part of a name': `{ companies(first: 50, search: "注塑") ${NODES} }`,
  'companies, an address': `{ companies(first: 50, search: "person-2-a") ${NODES} }`,
  'companies, suspended': `{ companies(first: 50, state: SUSPENDED) ${NODES} }`,
  'companies, one plan': `{ companies(first: 50, plan: STANDARD) ${NODES} }`,
  'open invoices': '{ openInvoices(first: 50) { nodes { companyId } pageInfo { hasNextPage } } }',
  work: '{ platformWork { waitingCount failedCount kinds { job waitingCount } gateways { id connectionCount } } }',
};

const database = await throwawayDatabase();
try {
  await seedCompanies(database.superuser, { companies: Number(values.companies), machines: Number(values.machines) });
  const api = await startApi(database.databaseUrl, { STAFF_SECOND_FACTOR: 'optional' });
  const cookie = await staffSession({ databaseUrl: database.databaseUrl, url: api.url });
  const asked = { name: 'office', url: `${api.url}/graphql`, cookie, pids: { api: api.pid, postgres: database.pid } };
  for (const [name, query] of Object.entries(QUESTIONS)) report(name, await measured(asked, query));
  report('publish to all of them', await publishAnnouncements(asked, PUBLISHED), PUBLISH_LIMIT_MS);
  await api.stop();
} finally {
  await database.close();
}

/** @param {import('../list/ask-repeatedly.mjs').Asked} asked @param {string} query */
async function measured(asked, query) {
  const clients = askers(asked, { query, clients: Number(values.clients) });
  await clients.warmUp(20);
  const answered = await clients.during(Number(values.seconds) * 1_000);
  clients.close();
  return answered;
}

/** @param {string} name @param {import('../list/ask-repeatedly.mjs').Answered} answered @param {number} [limitMs] */
function report(name, { p50Ms, p95Ms, cpuUsPerRequest }, limitMs = LIMIT_MS) {
  const ratio = p95Ms / limitMs;
  if (values.json) return void process.stdout.write(`${JSON.stringify({ list: name, p50Ms, p95Ms, limitMs, ratio, cpuUsPerRequest })}\n`);
  const cpu = Object.entries(cpuUsPerRequest).map(([part, us]) => `${part} ${us.toFixed(0)}`).join(', ');
  process.stdout.write(`${name.padEnd(30)}p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms (limit ${limitMs} ms, ratio ${ratio.toFixed(2)}), processor µs a request: ${cpu}\n`);
}
