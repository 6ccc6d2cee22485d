// @ts-check
import { buildWhatChanged } from '../cli/build.mjs';
import { installPackages } from '../cli/install.mjs';
import { portHolder } from '../cli/port-holder.mjs';
import { portState } from '../cli/ports.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { anyFreePort } from './any-free-port.mjs';
import { keepBackingUp } from './backup-schedule.mjs';
import { childEnvironment } from './child-environment.mjs';
import { claimDataFolder, platformSecret } from './data-folder.mjs';
import { watchDisk } from './disk-watch.mjs';
import { openDatabase } from './database.mjs';
import { offerDemo } from './demo-step.mjs';
import { migrateDatabase } from './migrate-step.mjs';
import { openPlatformFile } from './platform-file.mjs';
import { planPorts } from './port-plan.mjs';
import { startChildren } from './start-children.mjs';
import { welcomeLines } from './welcome.mjs';

/**
 * @typedef {object} StartContext
 * @property {import('./arguments.mjs').StartOptions} options
 * @property {import('./config.mjs').StartConfig} config
 * @property {Record<string, string | undefined>} env
 * @property {import('../cli/terminal.mjs').Terminal} terminal
 * @property {import('./shutdown.mjs').Shutdown} shutdown
 */

const SIGHT = { stateOf: portState, holderOf: portHolder, anyFree: anyFreePort };

/**
 * All steps from a bare checkout to a running platform. What is started is handed to `shutdown` at once, so that a start that is
 * broken off leaves nothing behind.
 * @param {StartContext} context
 */
export async function startPlatform(context) {
  const { options, config, env, terminal, shutdown } = context;
  const { signal } = shutdown;
  const startedAt = Date.now();
  terminal.say(terminal.bold(options.isDev ? 'Tenon, watch mode' : 'Tenon'));
  const platform = await claim(context);
  await planPorts(config.setPorts, SIGHT); // a port that cannot be had is said before the long steps
  if (!options.isInstallSkipped) await installPackages({ folders: [REPOSITORY], step: terminal.step('Packages'), signal });
  signal.throwIfAborted();
  const database = await openDatabase({ ...context, platform });
  signal.throwIfAborted();
  await migrateDatabase({ databaseUrl: database.url, step: terminal.step('Migrations'), signal });
  const pages = await buildWhatChanged({ step: terminal.step('Build'), signal, isForced: options.isBuildForced, withPages: !options.isDev });
  signal.throwIfAborted();

  const { ports, notes } = await planPorts(config.setPorts, SIGHT);
  notes.forEach(terminal.warn);
  const publicUrl = config.publicUrl ?? `http://localhost:${ports.PORTAL_PORT}`;
  const secret = await platformSecret({ dataDir: config.dataDir, given: config.secret, warn: terminal.warn });
  const childEnv = childEnvironment(env, { config, ports, databaseUrl: database.url, secret, publicUrl, pages, isDev: options.isDev, hasDemo: options.isDemo ?? database.isEmbedded });
  const children = await startChildren({ ...context, platform, ports, childEnv, database });
  const demo = await offerDemo({ ...context, childEnv, isEmbedded: database.isEmbedded });
  signal.throwIfAborted();
  platform.tell({ state: 'running', ...addresses(ports, publicUrl), ...(demo && { demo }) });
  welcomeLines({ ports, publicUrl, dataDir: config.dataDir, tookMs: Date.now() - startedAt, demo }, terminal.bold).forEach(terminal.say);
  void watchDisk(context);
  if (database.isEmbedded) void keepBackingUp(context);
  if (options.isDev) await watchInDev(context, children);
}

/** @param {StartContext} context */
async function claim({ config, terminal, shutdown }) {
  const lock = await claimDataFolder({ dataDir: config.dataDir, onWait: terminal.say });
  const platform = openPlatformFile(config.dataDir);
  shutdown.signal.addEventListener('abort', () => platform.tell({ state: 'stopping' }), { once: true });
  const end = () => {
    platform.remove();
    lock.release();
  };
  shutdown.add({ name: 'the data folder', stop: async () => end(), kill: end });
  return platform;
}

/**
 * @param {import('./config.mjs').Ports} ports
 * @param {string} publicUrl
 */
function addresses(ports, publicUrl) {
  return {
    portalUrl: publicUrl,
    apiUrl: `http://127.0.0.1:${ports.API_PORT}`,
    workerUrl: `http://127.0.0.1:${ports.WORKER_PORT}`,
    mqttUrl: `mqtt://127.0.0.1:${ports.MQTT_PORT}`,
    deviceHttpUrl: `http://127.0.0.1:${ports.DEVICE_HTTP_PORT}`,
  };
}

/**
 * @param {StartContext} context
 * @param {readonly import('./keep-running.mjs').Kept[]} children
 */
async function watchInDev({ terminal, shutdown }, children) {
  const { watchSources } = await import('./dev/watch-sources.mjs');
  const watch = watchSources({ children, say: terminal.say });
  shutdown.add({ name: 'the watch', stop: async () => watch.close(), kill: watch.close });
}
