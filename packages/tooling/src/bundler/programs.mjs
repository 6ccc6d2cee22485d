// @ts-check
import path from 'node:path';
import { REPOSITORY } from '../cli/repository.mjs';

/**
 * What each app is started by: files of its `src`, and so of its `dist` and its `bundle`, without their ending.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const PROGRAMS = {
  api: ['main', 'seed-demo', 'appoint-staff', 'verify-audit', 'verify-bundle', 'rotate-keys', 'signing-key'],
  gateway: ['main'],
  worker: ['main'],
};

/**
 * The file by which a program is started.
 * @param {string} app
 * @param {string} program
 */
export const programFile = (app, program) => path.join(REPOSITORY, 'apps', app, 'bundle', `${program}.mjs`);
