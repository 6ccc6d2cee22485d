import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { portalEnv, settleNodeEnv } from './env.js';
import { log } from './log.js';
import { createPortalServer } from './portal-server.js';
import { warmUp } from './warm-up.js';

const portalFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const GRACE_MS = 5_000;

async function main(): Promise<void> {
  const env = portalEnv();
  const isDev = env.TENON_DEV === '1';
  settleNodeEnv(isDev);
  const server = createPortalServer({ apiUrl: env.API_URL, isHttps: env.PUBLIC_URL.startsWith('https:'), isDev });
  await new Promise<void>((resolve, reject) => {
    server.http.once('error', reject);
    // No host: every interface, so that localhost and 127.0.0.1 both answer.
    server.http.listen(env.PORTAL_PORT, resolve);
  });

  const { default: next } = await import('next');
  // Next listens for WebSocket upgrades on the server it is given; one that never listens keeps it off /graphql.
  const app = next({ dev: isDev, dir: portalFolder, port: env.PORTAL_PORT, httpServer: createServer() });
  await app.prepare();
  server.open({ handle: app.getRequestHandler(), upgrade: app.getUpgradeHandler() });
  log('info', 'portal-ready', { port: env.PORTAL_PORT, api: env.API_URL });

  let isStopping = false;
  const stop = (cause: string): void => {
    if (isStopping) return;
    isStopping = true;
    log('info', 'portal-stopping', { cause });
    setTimeout(() => process.exit(0), GRACE_MS).unref();
    void Promise.all([server.close(), app.close()]).then(() => process.exit(0));
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  if (env.TENON_SUPERVISED === '1') process.stdin.on('end', () => stop('supervisor gone')).resume();
  if (!isDev) await warmUp(env.PORTAL_PORT);
}

main().catch((error: unknown) => {
  log('error', 'portal-failed', { reason: error instanceof Error ? error.message : String(error) });
  process.exit(1);
});
