// @ts-check
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runLoad } from './run-load.mjs';

/**
 * Mosquitto under the same load: it acknowledges and stores nothing, and nobody listens.
 * @param {{ load: import('./run-load.mjs').LoadOptions }} options
 * @returns {Promise<import('./run-load.mjs').LoadResult | null>} nothing where it is not installed
 */
export async function measureMosquitto({ load }) {
  const mosquitto = await startMosquitto();
  if (!mosquitto) return null;
  try {
    const tokens = Array.from({ length: load.connections }, (_, i) => `T${String(i).padStart(31, '0')}`);
    return await runLoad({ ...load, port: mosquitto.port, tokens, pids: { mosquitto: mosquitto.pid } });
  } finally {
    await mosquitto.stop();
  }
}

/** Mosquitto, letting everybody in and keeping nothing; null where it is not installed. */
export async function startMosquitto() {
  const folder = await mkdtemp(path.join(tmpdir(), 'tenon-bench-mosquitto-'));
  const port = await freePort();
  const config = path.join(folder, 'mosquitto.conf');
  await writeFile(config, `listener ${port} 127.0.0.1\nallow_anonymous true\npersistence false\nset_tcp_nodelay true\nlog_dest none\n`);
  const child = spawn('mosquitto', ['-c', config], { stdio: 'ignore' });
  const stop = async () => {
    child.kill();
    await rm(folder, { recursive: true, force: true });
  };
  const isThere = await new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('spawn', () => resolve(true));
  });
  if (!isThere) {
    await stop();
    return null;
  }
  await untilOpen(port);
  return { port, pid: child.pid ?? 0, stop };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {number} port */
async function untilOpen(port) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isOpen = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Mosquitto does not listen.');
}
