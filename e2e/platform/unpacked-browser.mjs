// @ts-check
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment } from '../../packages/tooling/src/cli/env.mjs';
import { CACHE_FOLDER } from '../../packages/tooling/src/cli/repository.mjs';
import { runCommand } from '../../packages/tooling/src/cli/run-command.mjs';

/** Debian's browser where it is installed, since it is the newer one; else the one from npm. */
const SYSTEM = '/usr/bin/chromium';
const JOURNEYS = fileURLToPath(new URL('..', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(path.join(JOURNEYS, 'package.json'), 'utf8'));

/** Where the browser from npm lies unpacked, with the few fonts that come with it. */
export const UNPACKED = path.join(CACHE_FOLDER, `browser-${dependencies['@sparticuz/chromium']}`);

/** The program that journeys start. */
export const browserProgram = () => (existsSync(SYSTEM) ? SYSTEM : path.join(UNPACKED, 'chromium'));

const UNPACK = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";

/**
 * Unpacks the browser, once and whole: a journey that began while another still unpacked would start half a program. Its package unpacks
 * to wherever the system keeps temporary files, for all checkouts alike, and takes what is there for whole; hence a process of its own.
 */
export async function unpackBrowser() {
  if (existsSync(browserProgram())) return;
  const draft = `${UNPACKED}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    const { code, lines } = await runCommand(process.execPath, ['--eval', UNPACK], { cwd: JOURNEYS, env: { ...environment(), NODE_ENV: 'test', TMPDIR: draft } });
    if (code !== 0) throw new Error(`The browser could not be unpacked: ${lines.join('\n')}`);
    renameSync(draft, UNPACKED);
  } catch (failure) {
    // Another run of this checkout was quicker.
    if (!existsSync(browserProgram())) throw failure;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
