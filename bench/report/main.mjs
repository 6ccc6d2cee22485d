// @ts-check
/**
 * The processor time that the energy domain takes for a report over a year of quarter-hours, beside a bare sum of the same numbers
 * in the same run, and the limit we set ourselves: 20 ms.
 *
 *   node bench/report/main.mjs [--json] [--rounds 50]
 */
import { parseArgs } from 'node:util';
import { DEFAULT_EMISSION_FACTOR, energyReport, energySlots, EXAMPLE_TARIFF } from '@tenon/domain/energy';
import { csvPoints, madeYearCsv } from '@tenon/testing/made-year';

const LIMIT_MS = 20;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '50' } } });

const range = { fromMs: Date.UTC(2018, 0, 1) - SHANGHAI_OFFSET_MS, toMs: Date.UTC(2019, 0, 1) - SHANGHAI_OFFSET_MS };
const points = csvPoints(madeYearCsv({ year: 2018, seed: 7 }), SHANGHAI_OFFSET_MS);
const { slots } = energySlots(points, { quantity: 'interval', intervalMs: 900_000, stampMarks: 'end' }, range);
const input = { slots, tariff: EXAMPLE_TARIFF, kgCo2PerKwh: DEFAULT_EMISSION_FACTOR.kgCo2PerKwh, timeZone: 'Asia/Shanghai', range, period: /** @type {const} */ ('month') };

const firstMs = processorMs(() => energyReport(input).total.energyKwh);
const reportMs = median(() => energyReport(input).total.energyKwh);
const sumMs = median(() => slots.reduce((sum, { energyKwh }) => sum + energyKwh, 0));

if (values.json) process.stdout.write(`${JSON.stringify({ slots: slots.length, firstMs, reportMs, sumMs, limitMs: LIMIT_MS })}\n`);
else {
  process.stdout.write(`a year's report, ${slots.length} slots   ${reportMs.toFixed(1)} ms of processor (median; the first ${firstMs.toFixed(0)} ms), ${(reportMs / LIMIT_MS).toFixed(2)} of the limit of ${LIMIT_MS} ms\n`);
  process.stdout.write(`their bare sum                       ${sumMs.toFixed(3)} ms of processor\n`);
}

/** @param {() => number} work */
function processorMs(work) {
  const before = process.cpuUsage();
  if (!(work() > 0)) throw new Error('A year without energy measures nothing.');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** @param {() => number} work */
function median(work) {
  const times = Array.from({ length: Number(values.rounds) }, () => processorMs(work)).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}
