// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { environment } from '../../packages/tooling/src/cli/env.mjs';
import { childCommand, CHILDREN } from '../../packages/tooling/src/start/children.mjs';

/**
 * The real portal, as a process, before an api.
 * @param {{ apiUrl: string, port: number }} where
 */
export async function startPortal({ apiUrl, port }) {
  const portal = CHILDREN.find(({ name }) => name === 'portal');
  if (!portal) throw new Error('The platform has no portal.');
  const { args, cwd } = childCommand(portal, { PORTAL_PORT: port, API_PORT: 0, MQTT_PORT: 0, DEVICE_HTTP_PORT: 0, WORKER_PORT: 0 });
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, args, { cwd, env: { ...environment(), API_URL: apiUrl, PORTAL_PORT: String(port), PUBLIC_URL: url, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The portal ended with ${code}. It must be built: npm start does that.`)));
    child.stdout.on('data', (chunk) => String(chunk).includes('portal-ready') && resolve(undefined));
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
