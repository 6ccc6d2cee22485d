// @ts-check
import path from 'node:path';
import { PROGRAMS, programFile } from '../bundler/programs.mjs';
import { REPOSITORY } from '../cli/repository.mjs';

/** @typedef {import('./config.mjs').PortVariable} PortVariable */

/**
 * The node processes of the platform, in the order they are listed to start; they stop in the opposite one: first nobody asks
 * any more (portal), then nothing comes in (gateway), then the rest. `script` is compiled code.
 * @type {readonly { name: string, script: string, cwd?: string, nodeArgs?: readonly string[], port: PortVariable, graceMs: number }[]}
 */
export const CHILDREN = [
  { name: 'worker', script: 'apps/worker/dist/main.js', port: 'WORKER_PORT', graceMs: 10_000 },
  // What api and gateway make lives a few milliseconds: a larger nursery lets it die before anything copies it (the gateway: a fifth less processor).
  { name: 'api', script: 'apps/api/dist/main.js', nodeArgs: ['--max-semi-space-size=32'], port: 'API_PORT', graceMs: 8_000 },
  { name: 'gateway', script: 'apps/gateway/dist/main.js', nodeArgs: ['--max-semi-space-size=64'], port: 'DEVICE_HTTP_PORT', graceMs: 8_000 },
  // In watch mode Next and its plugins look for their files from where they are started.
  { name: 'portal', script: 'apps/portal/dist/server/main.js', cwd: 'apps/portal', port: 'PORTAL_PORT', graceMs: 7_000 },
];

/**
 * How a child is started: by its bundle, or in watch mode by its compiled files, of which only those that changed are made anew.
 * @param {(typeof CHILDREN)[number]} child
 * @param {import('./config.mjs').Ports} ports
 * @param {{ isWatched?: boolean }} [how]
 */
export function childCommand({ name, script, cwd = '.', nodeArgs = [], port }, ports, { isWatched = false } = {}) {
  const isBundled = !isWatched && name in PROGRAMS;
  return {
    args: ['--enable-source-maps', ...nodeArgs, isBundled ? programFile(name, 'main') : path.join(REPOSITORY, script)],
    cwd: path.join(REPOSITORY, cwd),
    readyUrl: `http://127.0.0.1:${ports[port]}/readyz`,
  };
}
