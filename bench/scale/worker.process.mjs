// @ts-check
/** What the worker does with points that were stored, as a process of its own, so that its memory and its processor time can be told apart: rolls them up, and moves them and their minutes into blocks. */
import { PointMeter } from '@tenon/billing';
import { compact, openCompactor } from '../at-rest/compact.mjs';
import { openSealer } from '../at-rest/seal.mjs';
import { peakMb } from '../ingest/cpu.mjs';
import { rollUpAll } from '../range/roll-up-all.mjs';
import { openStore } from '../range/store.mjs';

const [databaseUrl = '', tenantId = ''] = process.argv.slice(2);
const store = openStore(databaseUrl, tenantId, new PointMeter());
const compactor = openCompactor(databaseUrl);
const sealer = openSealer(databaseUrl);

/** @type {Record<string, (deviceIds: readonly string[]) => Promise<void>>} */
const WORK = {
  'roll up': async () => void (await rollUpAll(store, 0)),
  'move into blocks': async (deviceIds) => {
    for (const deviceId of deviceIds) await compact(compactor, tenantId, deviceId);
  },
  // As their hours end, and then as their day does.
  'move minutes': async () => {
    await sealer.seal(tenantId, { daysBeforeMs: 0 });
    await sealer.seal(tenantId);
  },
};

process.on('message', async (/** @type {{ work: string, deviceIds: string[] }} */ { work, deviceIds }) => {
  const [startedMs, before] = [performance.now(), process.cpuUsage()];
  await WORK[work]?.(deviceIds);
  const used = process.cpuUsage(before);
  process.send?.({ ms: performance.now() - startedMs, cpuMs: (used.user + used.system) / 1_000, peakMb: peakMb(process.pid) });
});
process.on('disconnect', async () => {
  await store.close();
  await Promise.all([compactor.close(), sealer.close()]);
  process.exit(0);
});
