// @ts-check
/**
 * How long a warm start takes until every part answers, and what the idle platform holds in memory; the limits are the
 * ones we set ourselves: 15 s and 1 GB.
 *
 *   node bench/startup/main.mjs [--json]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startPlatform } from './start-platform.mjs';

const LIMIT_S = 15;
const LIMIT_MB = 1_024;
const SETTLE_MS = 10_000;
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const dataDir = await mkdtemp(path.join(tmpdir(), 'tenon-startup-'));
const first = await startPlatform(dataDir);
await first.stop();
const startedMs = performance.now();
const platform = await startPlatform(dataDir);
const warmS = (performance.now() - startedMs) / 1_000;
await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
const { processes, pid } = JSON.parse(readFileSync(path.join(dataDir, 'platform.json'), 'utf8'));
const memoryMb = Object.fromEntries(Object.entries({ ...processes, supervisor: pid }).map(([name, each]) => [name, familyMb(Number(each))]));
await platform.stop();
await rm(dataDir, { recursive: true, force: true });
const totalMb = Object.values(memoryMb).reduce((sum, mb) => sum + mb, 0);

if (values.json) process.stdout.write(`${JSON.stringify({ warmS, memoryMb, totalMb })}\n`);
else {
  process.stdout.write(`warm start                        ${warmS.toFixed(1)} s, ${(warmS / LIMIT_S).toFixed(2)} of the limit of ${LIMIT_S} s\n`);
  process.stdout.write(`idle memory                       ${totalMb.toFixed(0)} MB, ${(totalMb / LIMIT_MB).toFixed(2)} of the limit of ${LIMIT_MB} MB (${Object.entries(memoryMb).map(([name, mb]) => `${name} ${mb.toFixed(0)}`).join(', ')})\n`);
}

/**
 * Proportional set size of a process and its children: shared pages are counted once.
 * @param {number} pid
 */
function familyMb(pid) {
  const pss = (/** @type {number} */ each) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${each}/smaps_rollup`))?.[1] ?? 0) / 1_024;
  const children = read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
  return pss(pid) + (isPostgres(pid) ? children.reduce((sum, child) => sum + pss(child), 0) : 0);
}

/** @param {number} pid */
const isPostgres = (pid) => read(`/proc/${pid}/cmdline`).includes('postgres');

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
