// @ts-check
/**
 * Invoices of 2 and of 45 lines, each overage with its 30 days, as the portal's page asks for them and as PDF, beside the limit: 95 of 100
 * within 200 ms. A company that changed its plan back and forth for a month, and went beyond each meter's quota in between, has one like the latter.
 *
 *   node bench/invoice/main.mjs [--json] [--seconds 5] [--clients 1]
 */
import { parseArgs } from 'node:util';
import { throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { askers } from '../list/ask-repeatedly.mjs';
import { startApi } from '../list/start-api.mjs';
import { addInvoice } from './add-invoice.mjs';
import { printRepeatedly } from './print-repeatedly.mjs';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, seconds: { type: 'string', default: '5' }, clients: { type: 'string', default: '1' } } });
const LIMIT_MS = 200;
const PAGE = (/** @type {string} */ id) => `{ invoice(id: "${id}") { id number state grossMinor buyer { name } creditNotes { id } payments { id } cards { id }
  lines { lineNo kind plan from to quantity unitPriceMinor per amountMinor meter included hours days { date used beyond } } } payee { name } }`;

const database = await throwawayDatabase();
try {
  const api = await startApi(database.databaseUrl);
  const { cookie } = await api.signUp();
  const pids = { api: api.pid, postgres: database.pid };
  for (const lines of [2, 45]) {
    const id = await addInvoice(database.superuser, lines);
    const clients = askers({ name: 'invoice', url: `${api.url}/graphql`, cookie, pids }, { query: PAGE(id), clients: Number(values.clients) });
    await clients.warmUp(50);
    report(`page, ${lines} lines`, await clients.during(Number(values.seconds) * 1_000));
    clients.close();
    report(`PDF, ${lines} lines`, await printRepeatedly({ url: api.url, cookie, pids }, id, Number(values.seconds) * 1_000));
  }
  await api.stop();
} finally {
  await database.close();
}

/** @param {string} name @param {Pick<import('../list/ask-repeatedly.mjs').Answered, 'p50Ms' | 'p95Ms' | 'cpuUsPerRequest'>} answered */
function report(name, { p50Ms, p95Ms, cpuUsPerRequest }) {
  const ratio = p95Ms / LIMIT_MS;
  if (values.json) return void process.stdout.write(`${JSON.stringify({ invoice: name, p50Ms, p95Ms, limitMs: LIMIT_MS, ratio, cpuUsPerRequest })}\n`);
  const cpu = Object.entries(cpuUsPerRequest).map(([part, us]) => `${part} ${us.toFixed(0)}`).join(', ');
  process.stdout.write(`${name.padEnd(16)}p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms (limit ${LIMIT_MS} ms, ratio ${ratio.toFixed(2)}), processor µs a request: ${cpu}\n`);
}
