// @ts-check
import { spawn } from 'node:child_process';
import path from 'node:path';
import { environment } from '../../packages/tooling/src/cli/env.mjs';
import { REPOSITORY } from '../../packages/tooling/src/cli/repository.mjs';
import { childCommand, CHILDREN } from '../../packages/tooling/src/start/children.mjs';
import { runLoad } from './run-load.mjs';
import { seedDevices, throwawayDatabase } from './throwaway-database.mjs';

/**
 * The real gateway, as a process, on a database of its own. Afterwards what is stored is compared with what was acknowledged.
 * @param {{ load: import('./run-load.mjs').LoadOptions, entry: string, profileDir: string }} options
 */
export async function measureGateway({ load, entry, profileDir }) {
  const database = await throwawayDatabase();
  try {
    const tokens = await seedDevices(database.superuser, load.connections);
    const gateway = await startGateway({ entry, databaseUrl: database.databaseUrl, profileDir });
    const result = await runLoad({ ...load, port: gateway.port, tokens, pids: { gateway: gateway.pid, postgres: database.pid } });
    const rowsPerBatch = await meanOf(gateway.httpPort, 'tenon_ingest_batch_rows');
    const exitCode = await gateway.stop();
    const { rows } = await database.superuser.query('SELECT count(*)::int AS rows, count(DISTINCT (shape_id, at))::int AS points FROM telemetry');
    const size = await database.superuser.query(`SELECT sum(pg_total_relation_size(inhrelid))::float8 AS bytes FROM pg_inherits WHERE inhparent = 'telemetry'::regclass`);
    return { ...result, rowsPerBatch, stored: rows[0].points, exitCode, bytesPerMessage: size.rows[0].bytes / rows[0].rows };
  } finally {
    await database.close();
  }
}

/** With what `npm start` runs it. */
function nodeArguments() {
  const gateway = CHILDREN.find(({ name }) => name === 'gateway');
  const ports = { PORTAL_PORT: 0, API_PORT: 0, MQTT_PORT: 0, DEVICE_HTTP_PORT: 0, WORKER_PORT: 0 };
  return gateway ? childCommand(gateway, ports).args.slice(0, -1) : [];
}

/**
 * The gateway as `npm start` runs it, on ports of its own.
 * @param {{ entry?: string, databaseUrl: string, profileDir?: string, connectsPerMinute?: number, nodeArgs?: readonly string[] }} options
 */
export async function startGateway({ entry = 'apps/gateway/bundle/main.mjs', databaseUrl, profileDir = '', connectsPerMinute, nodeArgs = [] }) {
  const profiling = profileDir ? ['--cpu-prof', `--cpu-prof-dir=${profileDir}`] : [];
  const child = spawn(process.execPath, [...nodeArguments(), ...nodeArgs, ...profiling, path.resolve(REPOSITORY, entry)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...environment(), DATABASE_URL: databaseUrl, MQTT_PORT: '0', DEVICE_HTTP_PORT: '0', TENON_SECRET: '0'.repeat(64), LOG_LEVEL: environment()['LOG_LEVEL'] ?? 'info', ...(connectsPerMinute && { GATEWAY_CONNECTS_PER_MINUTE: String(connectsPerMinute) }) },
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const { mqttPort: port, httpPort } = await new Promise((resolve, reject) => {
    void exited.then((code) => reject(new Error(`The gateway ended with ${code}.`)));
    child.stdout.on('data', (chunk) => {
      for (const line of String(chunk).split('\n')) {
        if (line.includes('"gateway.open"')) resolve(JSON.parse(line));
        else if (line) process.stderr.write(`${line}\n`);
      }
    });
  });
  return {
    port: /** @type {number} */ (port),
    httpPort: /** @type {number} */ (httpPort),
    pid: child.pid ?? 0,
    /** @returns {Promise<number | null>} */
    stop() {
      child.kill('SIGTERM');
      return /** @type {Promise<number | null>} */ (exited);
    },
  };
}

/**
 * The mean of what a histogram of the gateway saw.
 * @param {number} httpPort
 * @param {string} name
 */
async function meanOf(httpPort, name) {
  const text = await (await fetch(`http://127.0.0.1:${httpPort}/metrics`)).text();
  const value = (/** @type {string} */ part) => Number(new RegExp(`^${name}_${part}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1]);
  return value('sum') / value('count');
}
