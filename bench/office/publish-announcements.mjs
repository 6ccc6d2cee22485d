// @ts-check
import { cpuMs } from '../ingest/cpu.mjs';

const WRITE = 'mutation ($input: WriteAnnouncementInput!) { writeAnnouncement(input: $input) { id } }';
const PUBLISH = 'mutation ($id: ID!) { publishAnnouncement(id: $id) { id } }';

/**
 * Publishes announcements to every company, one after the other; each goes into every company's trail and inboxes.
 * @param {import('../list/ask-repeatedly.mjs').Asked} asked
 * @param {number} times
 * @returns {Promise<import('../list/ask-repeatedly.mjs').Answered>}
 */
export async function publishAnnouncements({ url, cookie, pids }, times) {
  /** @param {string} query @param {object} [variables] @returns {Promise<any>} */
  const ask = async (query, variables = {}) => {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query, variables }) });
    const { data, errors } = /** @type {any} */ (await response.json());
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  /** @type {number[]} */
  const tookMs = [];
  const cpu = Object.fromEntries(Object.keys(pids).map((name) => [name, 0]));
  for (let n = 0; n < times; n += 1) {
    const [fromAt, toAt] = [0, 86_400_000].map((ms) => new Date(Date.now() + ms).toISOString());
    const { writeAnnouncement } = await ask(WRITE, { input: { severity: 'MAINTENANCE', textZh: '今晚十点维护半小时', textEn: 'Maintenance tonight at ten, for half an hour', fromAt, toAt } });
    const before = Object.entries(pids).map(([name, pid]) => ({ name, pid, ms: cpuMs(pid) }));
    const startedAt = performance.now();
    await ask(PUBLISH, { id: writeAnnouncement.id });
    tookMs.push(performance.now() - startedAt);
    for (const { name, pid, ms } of before) cpu[name] = (cpu[name] ?? 0) + cpuMs(pid) - ms;
  }
  tookMs.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => tookMs[Math.min(times - 1, Math.floor(times * share))] ?? 0;
  const cpuUsPerRequest = Object.fromEntries(Object.entries(cpu).map(([name, ms]) => [name, (ms * 1_000) / times]));
  return { perSecond: 0, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), cpuUsPerRequest };
}
