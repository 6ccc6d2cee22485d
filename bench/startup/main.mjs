// @ts-check
/**
 * How long a start takes until every part answers and the demo company stands, the processor time it takes, and what the idle
 * platform holds in memory; each beside the limit we set ourselves.
 *
 *   node bench/startup/main.mjs [--json] [--unbuilt]
 *
 * `--unbuilt` begins with a start that compiles everything anew, past turbo's cache; Next's own cache of the pages stays.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { memoryMb, processorSeconds } from './process-tree.mjs';
import { startPlatform } from './start-platform.mjs';

const LIMITS = {
  unbuilt: { seconds: 240, processor: 300 },
  cold: { seconds: 60, processor: 60 },
  warm: { seconds: 15, processor: 25 },
  memoryMb: 1_024,
};
const SETTLE_MS = 10_000;
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, unbuilt: { type: 'boolean', default: false } } });

const dataDir = await mkdtemp(path.join(tmpdir(), 'tenon-startup-'));
if (values.unbuilt) {
  await timed('unbuilt', { args: ['--rebuild'], settings: { TURBO_FORCE: 'true' } }, (platform) => platform.stop());
  await rm(dataDir, { recursive: true, force: true });
}
await timed('cold', {}, (platform) => platform.stop());
await timed('warm', {}, async (platform) => {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  reportMemory();
  await platform.stop();
});
await rm(dataDir, { recursive: true, force: true });

/**
 * @param {'unbuilt' | 'cold' | 'warm'} name
 * @param {import('./start-platform.mjs').StartWishes} wishes
 * @param {(platform: import('./start-platform.mjs').StartedPlatform) => Promise<void>} after
 */
async function timed(name, wishes, after) {
  const startedMs = performance.now();
  const platform = await startPlatform(dataDir, wishes);
  const seconds = (performance.now() - startedMs) / 1_000;
  const processor = processorSeconds(platform.pid);
  if (values.json) print({ start: name, seconds, processor, limits: LIMITS[name] });
  else {
    print(line(`${name} start`, seconds, LIMITS[name].seconds, 's'));
    print(line(`${name} start, processor`, processor, LIMITS[name].processor, 's'));
  }
  await after(platform);
}

function reportMemory() {
  const { processes, pid } = JSON.parse(readFileSync(path.join(dataDir, 'platform.json'), 'utf8'));
  const each = Object.fromEntries(Object.entries(processes).map(([name, one]) => [name, memoryMb(Number(one))]));
  const total = memoryMb(pid);
  if (values.json) print({ memoryMb: each, totalMb: total, limitMb: LIMITS.memoryMb });
  else print(`${line('idle memory', total, LIMITS.memoryMb, 'MB')} (${Object.entries(each).map(([name, mb]) => `${name} ${mb.toFixed(0)}`).join(', ')})`);
}

/**
 * @param {string} name
 * @param {number} measured
 * @param {number} limit
 * @param {string} unit
 */
function line(name, measured, limit, unit) {
  return `${name.padEnd(34)}${measured.toFixed(1)} ${unit}, ${(measured / limit).toFixed(2)} of the limit of ${limit} ${unit}`;
}

/** @param {string | object} what */
function print(what) {
  process.stdout.write(`${typeof what === 'string' ? what : JSON.stringify(what)}\n`);
}
