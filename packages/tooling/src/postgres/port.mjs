// @ts-check
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { Problem } from '../cli/problem.mjs';

/** Below the ports that systems give to outgoing connections (32768 on Linux, 49152 elsewhere), so that it stays ours between starts. */
const RANGE = { first: 20_000, last: 29_999 };

/**
 * The port of last time when it is free, else another.
 * @param {number} earlierPort 0 when there was none.
 * @returns {Promise<number>}
 */
export async function freePostgresPort(earlierPort) {
  if (earlierPort > 0 && (await isFree(earlierPort))) return earlierPort;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = randomInt(RANGE.first, RANGE.last + 1);
    if (await isFree(port)) return port;
  }
  throw new Problem(`No free port for PostgreSQL was found between ${RANGE.first} and ${RANGE.last}.`);
}

/** @param {number} port */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
