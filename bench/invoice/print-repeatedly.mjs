// @ts-check
import { cpuMs } from '../ingest/cpu.mjs';

const WARM_UPS = 5;

/**
 * Asks for an invoice as PDF, one after the other, as long as is said.
 * @param {Pick<import('../list/ask-repeatedly.mjs').Asked, 'url' | 'cookie' | 'pids'>} asked
 * @param {string} id
 * @param {number} ms
 */
export async function printRepeatedly({ url, cookie, pids }, id, ms) {
  const print = async () => {
    const response = await fetch(`${url}/api/billing/invoice?id=${id}&language=zh-CN`, { headers: { cookie } });
    if (!response.ok) throw new Error(await response.text());
    await response.arrayBuffer();
  };
  for (let n = 0; n < WARM_UPS; n += 1) await print();
  const before = Object.entries(pids).map(([name, pid]) => ({ name, pid, ms: cpuMs(pid) }));
  /** @type {number[]} */
  const tookMs = [];
  for (const untilMs = performance.now() + ms; performance.now() < untilMs; ) {
    const startedAt = performance.now();
    await print();
    tookMs.push(performance.now() - startedAt);
  }
  tookMs.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => tookMs[Math.floor((tookMs.length - 1) * share)] ?? 0;
  return { p50Ms: at(0.5), p95Ms: at(0.95), cpuUsPerRequest: Object.fromEntries(before.map(({ name, pid, ms: was }) => [name, ((cpuMs(pid) - was) * 1_000) / tookMs.length])) };
}
