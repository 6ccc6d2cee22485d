// @ts-check
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { environment } from '../../packages/tooling/src/cli/env.mjs';

/**
 * Starts the peer as a process of its own.
 * @param {string} sample The answer it gives.
 */
export async function startBareApollo(sample) {
  // As the api runs: graphql-js looks at each value twice outside of production.
  const child = fork(fileURLToPath(new URL('./bare-apollo.process.mjs', import.meta.url)), { env: { ...environment(), NODE_ENV: 'production' } });
  child.send(sample);
  const [port] = await once(child, 'message');
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}
