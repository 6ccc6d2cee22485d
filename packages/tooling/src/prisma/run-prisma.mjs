#!/usr/bin/env node
// @ts-check
/**
 * The Prisma CLI without its engine download: `node packages/tooling/src/prisma/run-prisma.mjs migrate status`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { REPOSITORY } from '../cli/repository.mjs';
import { prismaEnvironment } from './prisma-environment.mjs';

/**
 * @typedef {object} PrismaOptions
 * @property {string} [databaseUrl] default: this process's DATABASE_URL
 * @property {string} [cwd] the folder of prisma.config.ts; default: this repository
 * @property {(line: string) => void} [onLine] each line the CLI prints, as it comes
 */

/**
 * Runs one Prisma command with nobody at the keyboard: a command that would ask a question fails instead.
 * @param {readonly string[]} args such as `['migrate', 'deploy']`
 * @param {PrismaOptions} [options]
 * @returns {Promise<{ exitCode: number, output: string }>} standard output and error, in the order they came; never throws for a non-zero exit
 */
export async function runPrisma(args, { databaseUrl, cwd = REPOSITORY, onLine } = {}) {
  /** @type {string[]} */
  const lines = [];
  // Standard input is the null device, not closed and not ours: a prompt on a closed one ends the CLI with exit code 0.
  const child = spawnPrisma(args, { databaseUrl, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => {
      lines.push(line);
      onLine?.(line);
    });
  }
  const exitCode = await exitCodeOf(child);
  return { exitCode, output: lines.join('\n') };
}

/**
 * @param {readonly string[]} args
 * @param {{ databaseUrl?: string, cwd?: string, stdio: import('node:child_process').StdioOptions }} options
 */
function spawnPrisma(args, { databaseUrl, cwd, stdio }) {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
  return spawn(process.execPath, [cli, ...args], { cwd, stdio, env: prismaEnvironment(databaseUrl) });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} 1 where a signal ended it
 */
async function exitCodeOf(child) {
  const [code] = await once(child, 'close');
  return code ?? 1;
}

async function main() {
  const child = spawnPrisma(process.argv.slice(2), { stdio: 'inherit' });
  process.on('SIGINT', () => {}); // the terminal has sent it to the CLI too, which decides
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.exitCode = await exitCodeOf(child);
}

const script = process.argv[1];
if (script !== undefined && existsSync(script) && realpathSync(script) === fileURLToPath(import.meta.url)) await main();
