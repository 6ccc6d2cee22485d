// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { portState } from '../../cli/ports.mjs';
import { REPOSITORY } from '../../cli/repository.mjs';
import { waitUntil } from '../../cli/sleep.mjs';
import { provisionDatabase, startPostgres } from '../../postgres/index.mjs';
import { dataFolder } from '../checkout.mjs';
import { startPlatform } from '../platform.mjs';
import { mustHold, sendAndRead } from '../use-platform.mjs';

const LOGIN = { database: 'plant', role: 'plant', password: 'a b/c' };

/**
 * A PostgreSQL, a Redis and a secret of the operator's own. The login is what `.env.example` asks for: it owns its database and may
 * create roles, and nobody has made extensions for it.
 * @type {import('../run.mjs').Proof}
 */
export const ownServers = {
  title: 'npm start on a PostgreSQL (DATABASE_URL), a Redis (REDIS_URL) and a secret (TENON_SECRET) of one\'s own',
  isAlone: true,
  async show({ work, say }) {
    const postgres = await startPostgres({ dataDir: dataFolder(path.join(dataFolder(work), 'postgres')) });
    const redis = await startRedis(say);
    try {
      await provisionDatabase({ superuserUrl: postgres.urlFor, ...LOGIN, extensions: [] });
      const url = new URL(postgres.urlFor(LOGIN.database));
      Object.assign(url, { username: LOGIN.role, password: LOGIN.password });
      const dataDir = dataFolder(path.join(work, 'data'));
      const settings = { DATABASE_URL: url.toString(), TENON_SECRET: randomBytes(32).toString('hex'), ...(redis && { REDIS_URL: redis.url }) };
      await showPlatform({ dataDir, settings, say });
      await showDatabase(url.toString(), say);
      if (redis) mustHold(redis.keys() > 0, 'queues stand in Redis');
    } finally {
      redis?.stop();
      await postgres.stop();
    }
  },
};

/** @param {{ dataDir: string, settings: Record<string, string>, say: (line: string) => void }} wanted */
async function showPlatform({ dataDir, settings, say }) {
  const platform = await startPlatform({ checkout: REPOSITORY, dataDir, settings, args: ['--demo'] });
  try {
    await sendAndRead(platform.file, 7_009);
    mustHold(!existsSync(path.join(dataDir, 'postgres')) && platform.file.processes['postgres'] === undefined, 'no PostgreSQL of ours was started');
    mustHold(!existsSync(path.join(dataDir, 'secret')), 'no secret was made beside the one that was set');
    platform.lines().filter((line) => /Migrations|Processes|Demo/.test(line)).forEach(say);
  } finally {
    await platform.stop();
  }
}

/**
 * @param {string} connectionString
 * @param {(line: string) => void} say
 */
async function showDatabase(connectionString, say) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT rolsuper, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user');
    mustHold(rows[0]?.rolsuper === false && rows[0]?.rolcreaterole === true && rows[0]?.rolbypassrls === false, 'the login is no superuser');
    say(`login: ${JSON.stringify(rows[0])}`);
  } finally {
    await client.end();
  }
}

/** @param {(line: string) => void} say */
async function startRedis(say) {
  if (spawnSync('redis-server', ['--version']).status !== 0) return void say('No redis-server is installed: shown without REDIS_URL.');
  const child = spawn('redis-server', ['--port', '6379', '--bind', '127.0.0.1', '--save', '', '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
  mustHold(await waitUntil(async () => (await portState(6_379)) === 'taken', { timeoutMs: 30_000 }), 'Redis listens on 6379');
  const keys = () => Number(/\d+/.exec(spawnSync('redis-cli', ['dbsize'], { encoding: 'utf8' }).stdout)?.[0] ?? 0);
  return { url: 'redis://127.0.0.1:6379', keys, stop: () => child.kill() };
}
