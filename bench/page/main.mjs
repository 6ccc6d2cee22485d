// @ts-check
/**
 * Lighthouse on the built portal of a running platform: the landing page and a machine's page of the demo company, each
 * figure beside the limit we set ourselves. Script is counted twice: what the first HTML asks for, which has the limit, and all that
 * was loaded by the end. Then how smoothly the machine's chart moves under the hand, beside a screen's sixty frames a second. Start the
 * platform first (`npm start`).
 *
 *   node bench/page/main.mjs [--json] [--data-dir .data]
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { environment } from '../../packages/tooling/src/cli/env.mjs';
import { installPackages } from '../../packages/tooling/src/cli/install.mjs';
import { REPOSITORY } from '../../packages/tooling/src/cli/repository.mjs';
import { createTerminal } from '../../packages/tooling/src/cli/terminal.mjs';
import { audit } from './audit.mjs';
import { firstLoad } from './first-load.mjs';
import { FRAME_MS } from './frames.mjs';
import { smoothness } from './smoothness.mjs';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, 'data-dir': { type: 'string', default: '.data' } } });
const file = path.resolve(REPOSITORY, values['data-dir'], 'platform.json');
if (!existsSync(file)) throw new Error(`No platform is running there: ${file} is missing. Start one with npm start.`);
const { portalUrl, demo } = JSON.parse(readFileSync(file, 'utf8'));

await installPackages({ folders: [import.meta.dirname], step: createTerminal({ out: process.stderr, env: environment() }).step('Lighthouse') });
const cookie = await signIn();
const machineId = await firstMachine();
const pages = [
  { name: 'landing', url: `${portalUrl}/`, cookie: '', limits: { score: 95, firstLoadKb: 200 } },
  { name: 'machine', url: `${portalUrl}/machines/${machineId}`, cookie, limits: { score: 90, firstLoadKb: 200 } },
];
for (const page of pages) {
  const [first, result] = [await firstLoad(page), await audit(page)];
  if (values.json) process.stdout.write(`${JSON.stringify({ page: page.name, ...result, firstLoadKb: first.kb, limits: page.limits })}\n`);
  else process.stdout.write(`${page.name.padEnd(10)}${described(page.limits, first.kb, result)}\n`);
}
for await (const { name, frames, perSecond, p95Ms, longestMs, workMsPerFrame } of smoothness({ url: `${portalUrl}/machines/${machineId}`, account: { email: demo.email, password: demo.password } })) {
  if (values.json) process.stdout.write(`${JSON.stringify({ chart: name, frames, perSecond, p95Ms, longestMs, workMsPerFrame, limits: { perSecond: 60, frameMs: FRAME_MS } })}\n`);
  else process.stdout.write(`chart: ${name.padEnd(30)}${moved({ perSecond, p95Ms, longestMs, workMsPerFrame })}\n`);
}

/** @param {{ perSecond: number, p95Ms: number, longestMs: number, workMsPerFrame: number }} frames */
function moved({ perSecond, p95Ms, longestMs, workMsPerFrame }) {
  const beside = (/** @type {number} */ ms) => `${ms.toFixed(1)} ms (limit ${FRAME_MS.toFixed(1)}, ratio ${(ms / FRAME_MS).toFixed(2)})`;
  return `${perSecond.toFixed(1)} frames/s (limit 60, ratio ${(perSecond / 60).toFixed(2)}), frame p95 ${beside(p95Ms)}, longest ${beside(longestMs)}, work ${workMsPerFrame.toFixed(1)} ms a frame`;
}

/**
 * @param {{ score: number, firstLoadKb: number }} limits
 * @param {number} firstKb
 * @param {Awaited<ReturnType<typeof audit>>} result
 */
function described(limits, firstKb, { score, largestPaintMs, layoutShift, blockedMs, scriptKb }) {
  return [
    `performance ${score} (limit ${limits.score})`,
    `largest paint ${(largestPaintMs / 1_000).toFixed(1)} s`,
    `shift ${layoutShift.toFixed(3)}`,
    `blocked ${blockedMs.toFixed(0)} ms`,
    `first script ${firstKb.toFixed(0)} kB gzip (limit ${limits.firstLoadKb}, ratio ${(firstKb / limits.firstLoadKb).toFixed(2)})`,
    `all script ${scriptKb.toFixed(0)} kB`,
  ].join(', ');
}

async function signIn() {
  const response = await fetch(`${portalUrl}/api/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: demo.email, password: demo.password }) });
  return response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
}

async function firstMachine() {
  const response = await fetch(`${portalUrl}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query: '{ devices(first: 1) { nodes { id } } }' }) });
  const { data } = await response.json();
  return data.devices.nodes[0].id;
}
