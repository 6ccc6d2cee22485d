// @ts-check
import { createServer } from 'node:net';
import { Problem } from '../cli/problem.mjs';

/** @type {Set<number>} */
const given = new Set();

/**
 * Any port that nobody has, never the same twice in this process.
 * @returns {Promise<number>}
 */
export async function anyFreePort() {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const port = await systemChoice();
    if (!given.has(port)) {
      given.add(port);
      return port;
    }
  }
  throw new Problem('The system has no free port to give.');
}

/** @returns {Promise<number>} */
function systemChoice() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0 }, () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}
