// @ts-check
/**
 * A thousand machines that fetch a package of 1 MiB from the real gateway at once, chunk by chunk, over MQTT and over HTTP: how fast, and what of a processor a MiB takes.
 * Beside it the limit: the same bytes, in the same chunks, from a bare file server of Node's own, by the same clients.
 *
 *   node bench/firmware/main.mjs [--json] [--machines 1000] [--kib 1024] [--chunks 4096,65536]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startGateway } from '../ingest/measure-gateway.mjs';
import { seedDevices, throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { addPackage, TITLE, VERSION } from './add-package.mjs';
import { HttpMachine } from './http-machine.mjs';
import { measure } from './measure.mjs';
import { MqttMachine } from './mqtt-machine.mjs';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, machines: { type: 'string', default: '1000' }, kib: { type: 'string', default: '1024' }, chunks: { type: 'string', default: '4096,65536' } } });
const chunks = values.chunks.split(',').map(Number);

/** @param {Buffer} file */
async function startFileServer(file) {
  const folder = await mkdtemp(path.join(tmpdir(), 'tenon-bench-firmware-'));
  await writeFile(path.join(folder, 'firmware.bin'), file);
  const child = fork(fileURLToPath(new URL('file-server.process.mjs', import.meta.url)), [path.join(folder, 'firmware.bin')]);
  const [port] = await once(child, 'message');
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      child.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const database = await throwawayDatabase();
try {
  const tokens = await seedDevices(database.superuser, Number(values.machines));
  const file = await addPackage(database.superuser, Number(values.kib) * 1_024);
  const gateway = await startGateway({ databaseUrl: database.databaseUrl, connectsPerMinute: 10_000_000 });
  const bare = await startFileServer(file);
  const named = new URLSearchParams({ title: TITLE, version: VERSION }).toString();
  const query = (/** @type {number} */ chunk, /** @type {number} */ size) => `size=${size}&chunk=${chunk}`;
  const ours = [gateway.pid, database.pid];
  /** @type {({ way: string } & Awaited<ReturnType<typeof measure>>)[]} */
  const rows = [];
  for (const chunkBytes of chunks) {
    const shape = { chunkBytes, fileBytes: file.length };
    rows.push({ way: 'MQTT', ...(await measure({ ...shape, pids: ours, machines: tokens.map((token) => new MqttMachine(gateway.port, token)) })) });
    rows.push({ way: 'HTTP', ...(await measure({ ...shape, pids: ours, machines: tokens.map((token) => new HttpMachine(gateway.httpPort, (chunk, size) => `/api/v1/${token}/firmware?${named}&${query(chunk, size)}`)) })) });
    rows.push({ way: 'bare file server', ...(await measure({ ...shape, pids: [bare.pid], machines: tokens.map(() => new HttpMachine(bare.port, (chunk, size) => `/?${query(chunk, size)}`)) })) });
  }
  await bare.stop();
  const exitCode = await gateway.stop();
  if (exitCode !== 0) throw new Error(`The gateway ended with ${exitCode}.`);
  const line = (/** @type {typeof rows[number]} */ { way, machines, chunkBytes, seconds, mbPerSecond, msPerMib: [own = 0, postgres = 0], peakMb }) =>
    `${way.padEnd(16)} ${machines} machines, chunks of ${chunkBytes / 1_024} KiB: ${seconds.toFixed(1)} s, ${mbPerSecond.toFixed(0)} MB/s, ${own.toFixed(1)} ms of a processor a MiB${way.startsWith('bare') ? '' : ` and ${postgres.toFixed(1)} of PostgreSQL’s`}, at most ${peakMb.toFixed(0)} MB of memory`;
  process.stdout.write(values.json ? `${JSON.stringify(rows)}\n` : `${rows.map(line).join('\n')}\n`);
} finally {
  await database.close();
}
