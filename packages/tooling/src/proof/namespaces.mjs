// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Problem } from '../cli/problem.mjs';

const MAIN = fileURLToPath(new URL('main.mjs', import.meta.url));

/**
 * Runs the proofs' program again with a network of its own (every port free, nobody else in reach) and mounts of its own.
 * @param {readonly string[]} args
 * @returns {Promise<number>} Its exit code.
 */
export async function inNamespaces(args) {
  const script = 'ip link set lo up && exec "$@"';
  const child = spawn('unshare', ['--net', '--mount', '--propagation', 'private', 'sh', '-c', script, 'sh', process.execPath, MAIN, ...args], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

/** The namespaces that this process is in, as one word. */
export const ownNamespaces = () => ['mnt', 'net'].map((kind) => readlinkSync(`/proc/self/ns/${kind}`)).join();

/**
 * Refuses to go on among the machine's own mounts and ports: a proof mounts over /dev/shm.
 * @param {string | undefined} outer The namespaces of the process that called for new ones.
 */
export function requireOwnNamespaces(outer) {
  const isOut = outer?.split(',').every((each) => /^(mnt|net):\[\d+\]$/.test(each) && !ownNamespaces().split(',').includes(each));
  if (!isOut || outer?.split(',').length !== 2) throw new Problem('--inside is for the proofs themselves; leave it out.');
}
