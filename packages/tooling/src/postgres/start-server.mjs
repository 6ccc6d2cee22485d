// @ts-check
import { Problem } from '../cli/problem.mjs';
import { sleep } from '../cli/sleep.mjs';
import { endLeftovers } from './orphan.mjs';
import { freePostgresPort } from './port.mjs';
import { launchServer } from './server.mjs';

/** @typedef {import('./server.mjs').Server} Server */
/** @typedef {import('./server.mjs').ServerOptions} ServerOptions */

const ATTEMPTS = 8;
const PAUSE_MS = 500;

/**
 * Starts the server, over what may stand in its way for a moment: a port that another took between our look and its start,
 * shared memory that a killed server's last process still holds.
 * @param {ServerOptions} options
 * @param {(port: number) => Promise<void>} [onPortChange] When given, another port may be taken; else the same is waited for.
 * @returns {Promise<Server>}
 */
export async function startServer(options, onPortChange) {
  let { port } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launchServer({ ...options, port });
    } catch (failure) {
      const obstacle = attempt < ATTEMPTS ? passingObstacle(failure) : null;
      if (obstacle === null) throw failure;
      if (obstacle === 'memory') await endLeftovers(options.clusterDir);
      await sleep(PAUSE_MS);
      if (obstacle === 'port' && onPortChange) await onPortChange((port = await freePostgresPort(port)));
    }
  }
}

/**
 * @param {unknown} failure
 * @returns {'port' | 'memory' | null}
 */
function passingObstacle(failure) {
  const said = failure instanceof Problem ? failure.lines.join('\n') : '';
  if (said.includes('Address already in use') || said.includes('could not create any TCP/IP sockets')) return 'port';
  return said.includes('pre-existing shared memory block') ? 'memory' : null;
}
