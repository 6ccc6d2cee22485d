// @ts-check
/**
 * Whom a storm harms: the real gateway on a database of its own, forty machines of one company that send four times a second, and another company that
 * does what must only harm itself. How long the forty wait to be acknowledged is measured before each storm and during it.
 *
 *   npm run bench -- storms [--json] [--seconds 10] [--machines 2000] [--only reconnect] [--gateway <bundle>] [--profile <folder>]
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { peakMb } from '../ingest/cpu.mjs';
import { startGateway } from '../ingest/measure-gateway.mjs';
import { seedDevices, throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { Bystanders } from './bystanders.mjs';
import { wait } from './machine.mjs';

const BYSTANDERS = 40;
/** Points a day of the standard plan, over the seconds of a day, ten times, in messages of four points. */
const QUOTA_POINTS_A_DAY = 60_000_000;
const TEN_TIMES = (10 * QUOTA_POINTS_A_DAY) / 86_400 / 4;

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, seconds: { type: 'string', default: '10' }, machines: { type: 'string', default: '2000' }, only: { type: 'string', default: '' }, gateway: { type: 'string', default: 'apps/gateway/bundle/main.mjs' }, profile: { type: 'string', default: '' } } });
const [seconds, machines] = [Number(values.seconds), Number(values.machines)];

/** @param {string} kind @param {object} noise */
async function makeNoise(kind, noise) {
  const child = fork(fileURLToPath(new URL('./noise.mjs', import.meta.url)), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const told = () => /** @type {Promise<any>} */ (new Promise((resolve, reject) => child.once('message', resolve).once('exit', () => reject(new Error('The noise ended.')))));
  child.send({ kind, ...noise });
  await told();
  return async () => {
    child.send({ kind: 'go' });
    return (await told()).result;
  };
}

const database = await throwawayDatabase();
try {
  const quiet = await seedDevices(database.superuser, BYSTANDERS, 'Q');
  const loud = await seedDevices(database.superuser, machines, 'L');
  const gateway = await startGateway({ entry: values.gateway, databaseUrl: database.databaseUrl, profileDir: values.profile });
  const bystanders = new Bystanders(gateway.port, quiet);
  await bystanders.begin();
  await wait(3_000);
  /** @type {Record<string, object>} */
  const storms = {};
  /** @param {string} name @param {string} kind @param {object} noise */
  const storm = async (name, kind, noise) => {
    if (values.only && kind !== values.only) return;
    const go = await makeNoise(kind, { port: gateway.port, seconds, ...noise });
    await wait(2_000);
    const before = await bystanders.during(() => wait(seconds * 1_000));
    /** @type {Record<string, number>} */
    let result = {};
    const during = await bystanders.during(async () => (result = await go()));
    storms[name] = { ...result, before, during, times: during.p99Ms / before.p99Ms };
    process.stderr.write(`${name}: p99 of the others ${before.p99Ms.toFixed(1)} → ${during.p99Ms.toFixed(1)} ms (× ${(during.p99Ms / before.p99Ms).toFixed(2)}), ${during.unanswered} unanswered; ${JSON.stringify(result)}\n`);
    await wait(2_000);
  };
  await storm('reconnect', 'reconnect', { tokens: loud });
  await storm('ten times its quota', 'steady', { tokens: loud.slice(0, 200), perSecond: TEN_TIMES });
  await database.superuser.query(`INSERT INTO full_day (tenant_id, day, from_at, to_at, points) SELECT tenant_id, current_date, now() - interval '2 days', now() + interval '2 days', 1 FROM device_token WHERE digest = sha256(convert_to($1, 'UTF8'))`, [loud[0]]);
  await wait(6_000);
  await storm('ten times its quota, its day full', 'steady', { tokens: loud.slice(0, 200), perSecond: TEN_TIMES });
  await database.superuser.query('DELETE FROM full_day');
  await wait(6_000);
  await storm('a clock two years ahead', 'clock', { tokens: loud.slice(0, 1), perSecond: 1_000 });
  await storm('a thousand new names a second', 'names', { tokens: loud.slice(1, 2), perSecond: 100 });
  const { rows } = await database.superuser.query(`SELECT code, sum(count)::int AS count FROM device_refusal GROUP BY 1 ORDER BY 1`);
  await bystanders.end();
  const memoryMb = peakMb(gateway.pid);
  await gateway.stop();
  const refusals = Object.fromEntries(rows.map(({ code, count }) => [code, count]));
  process.stdout.write(values.json ? `${JSON.stringify({ machines, seconds, storms, refusals, memoryMb })}\n` : `gateway at most ${memoryMb.toFixed(0)} MB; refused: ${JSON.stringify(refusals)}\n`);
} finally {
  await database.close();
}
