// @ts-check
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../../cli/repository.mjs';
import { sleep, waitUntil } from '../../cli/sleep.mjs';
import { asSuperuser } from '../as-superuser.mjs';
import { dataFolder, mustRun } from '../checkout.mjs';
import { checkRelations } from '../check-relations.mjs';
import { startPlatform } from '../platform.mjs';
import { SteadyMachine } from '../steady-machine.mjs';
import { mustHold, readBack, sendAndRead, trySendValue } from '../use-platform.mjs';

const SIZE = '900m';
const BLOCK = Buffer.alloc(65_536, 1);
/** Messages that are acknowledged before the disk is filled. */
const FLOWING = 500;
/** Of silence, before the disk counts as full for the machine. */
const SILENT_MS = 10_000;
/** How long it stays full then. */
const FULL_MS = 20_000;
const AGAIN_WITHIN_MS = 60_000;
/** What nothing can be stored for: PostgreSQL says that its disk is full, or ended over it. */
const CODES = ['DB.FULL', 'DB.UNAVAILABLE'];

/** @typedef {import('../../start/platform-file.mjs').PlatformFile} PlatformFile */

/**
 * The folder of the data, on a disk that fills while a machine sends: once so that tables cannot grow, once so that PostgreSQL's own log cannot either,
 * which ends it.
 * @type {import('../run.mjs').Proof}
 */
export const diskFull = {
  title: 'a full disk is told as such, breaks nothing, and is over when there is room',
  isAlone: true,
  async show({ work, say }) {
    const dataDir = dataFolder(path.join(dataFolder(work), 'data'));
    mustRun('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=755`, 'tmpfs', dataDir], '/'); // in this proof's own mounts
    let platform = await startPlatform({ checkout: REPOSITORY, dataDir });
    try {
      await sendAndRead(platform.file, 7_201);
      const machine = new SteadyMachine(platform.file);
      try {
        await whileFull({ dataDir, file: platform.file, machine, say, title: 'tables cannot grow' });
        await whileFull({ dataDir, file: platform.file, machine, say, title: 'its log cannot either', besides: () => exhaustLog(dataDir) });
        await machine.end();
      } finally {
        machine.cut();
      }
      await sendAndRead(platform.file, 7_202);
      await mustBeStored(dataDir, machine.acknowledged, say);
      say(await checkRelations(dataDir));
      await platform.stop();
      platform = await startPlatform({ checkout: REPOSITORY, dataDir });
      await readBack(platform.file, 7_202);
      say('stopped and started again: what was stored is there');
    } finally {
      await platform.stop();
      mustRun('umount', ['--lazy', dataDir], '/');
    }
  },
};

/**
 * @param {{ dataDir: string, file: PlatformFile, machine: SteadyMachine, say: (line: string) => void, title: string, besides?: () => Promise<void> }} leg
 * `besides` is done once the machine is answered no more.
 */
async function whileFull({ dataDir, file, machine, say, title, besides = async () => undefined }) {
  const filling = path.join(dataDir, 'filling');
  const until = machine.acknowledged.size + FLOWING;
  mustHold(await waitUntil(() => machine.acknowledged.size >= until, { timeoutMs: AGAIN_WITHIN_MS, everyMs: 100 }), `${FLOWING} messages are acknowledged while there is room`);
  const before = machine.acknowledged.size;
  fill(filling);
  await untilSilent(machine);
  await besides();
  const silentAt = machine.acknowledged.size;
  say(`${title}: ${silentAt - before} more acknowledged out of what room there was, then none`);
  await sleep(FULL_MS);
  await mustSayWhy(file, say);
  mustHold(machine.acknowledged.size === silentAt, 'nothing is acknowledged while nothing can be stored');
  const living = Object.entries(readProcesses(file)).filter(([name]) => name !== 'postgres');
  mustHold(living.every(([, pid]) => isSame(pid)), 'api, worker, gateway and portal are the processes that they were', [JSON.stringify(living)]);
  rmSync(filling);
  const roomAt = Date.now();
  mustHold(await waitUntil(() => machine.acknowledged.size > silentAt, { timeoutMs: AGAIN_WITHIN_MS, everyMs: 100 }), `what is sent is acknowledged again within ${AGAIN_WITHIN_MS / 1_000} s of there being room`);
  say(`${title}: acknowledged again ${((Date.now() - roomAt) / 1_000).toFixed(1)} s after there was room`);
}

const readProcesses = (/** @type {PlatformFile} */ { processes }) => processes;

function isSame(/** @type {number} */ pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** @param {PlatformFile} file @param {(line: string) => void} say */
async function mustSayWhy(file, say) {
  const ready = await fetch(`${file.deviceHttpUrl}/readyz`).then((answer) => answer.text());
  mustHold(CODES.some((code) => ready.includes(`"${code}"`)), `the gateway says why it is not ready: ${CODES.join(' or ')}`, [ready]);
  const { status, text } = await trySendValue(file, 7_299);
  // A small one may yet find room in a page that is there.
  mustHold(status === 200 || (status === 503 && CODES.some((code) => text.includes(`"${code}"`))), `a machine that speaks HTTP is told 200, or 503 and why: ${CODES.join(' or ')}`, [`${status} ${text}`]);
  say(`  the gateway says ${ready}, a machine over HTTP is told ${status} ${text}`);
}

/** PostgreSQL's log, filled until it has no segment left to write to. @param {string} dataDir */
async function exhaustLog(dataDir) {
  await asSuperuser(dataDir, async (client) => {
    for (let n = 0; n < 2_000; n += 1) await client.query(`SELECT pg_logical_emit_message(true, 'proof', (SELECT string_agg(md5(g::text || random()::text), '') FROM generate_series(1, 30000) g))`);
  }).catch(() => undefined); // which ends by an error, or with the server
}

/** @param {string} file */
function fill(file) {
  const handle = openSync(file, 'w');
  try {
    for (;;) if (writeSync(handle, BLOCK) === 0) return;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(handle);
  }
}

/** @param {SteadyMachine} machine */
async function untilSilent(machine) {
  let last = machine.acknowledged.size;
  for (let sinceMs = Date.now(); Date.now() - sinceMs < SILENT_MS; await sleep(200)) {
    if (machine.acknowledged.size !== last) sinceMs = Date.now();
    last = machine.acknowledged.size;
  }
}

/** @param {string} dataDir @param {ReadonlySet<number>} acknowledged @param {(line: string) => void} say */
async function mustBeStored(dataDir, acknowledged, say) {
  const stored = await asSuperuser(dataDir, async (client) => {
    const { rows } = await client.query(`
      SELECT DISTINCT (extract(epoch FROM t.at) * 1000)::bigint::float8 AS ms FROM telemetry t JOIN telemetry_shape h ON h.id = t.shape_id
      JOIN series s ON s.tenant_id = h.tenant_id AND s.id = ANY (h.series_ids) WHERE s.key = 'filling'`);
    return new Set(rows.map(({ ms }) => ms));
  });
  const missing = [...acknowledged].filter((ms) => !stored.has(ms));
  say(`acknowledged ${acknowledged.size}, stored ${stored.size}, missing ${missing.length}`);
  mustHold(missing.length === 0, 'all that was acknowledged is stored');
  const complaints = complaintsOf(dataDir);
  mustHold(complaints.length === 0, 'PostgreSQL found nothing corrupted', complaints);
}

/** What PostgreSQL says of pages that are broken. Its hint that something may be, where a recovery was broken off, is none. */
const complaintsOf = (/** @type {string} */ dataDir) =>
  readFileSync(path.join(dataDir, 'logs', 'postgres.log'), 'utf8')
    .split('\n')
    .filter((line) => /corrupt|invalid page|page verification failed/i.test(line) && !line.includes('HINT:'))
    .slice(0, 20);
