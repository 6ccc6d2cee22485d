// @ts-check
import { spawn } from 'node:child_process';
import { lastLines } from '../cli/last-lines.mjs';
import { eachLine } from '../cli/line-splitter.mjs';
import { sleep } from '../cli/sleep.mjs';
import { isAnswering } from './probe.mjs';

/** @typedef {import('./keep-running.mjs').Running} Running */

/**
 * @typedef {object} ChildSpec
 * @property {string} name
 * @property {readonly string[]} args Of node.
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {string} readyUrl
 * @property {number} graceMs How long it may take to end.
 * @property {(line: string) => void} onLine
 */

const READY_EVERY_MS = 100;

/**
 * Starts a node process, in a process group of its own: Ctrl-C at the terminal reaches us alone, and we stop all in order.
 * Its standard input is a pipe that it watches: when we are gone, however, the pipe closes and it ends (see README.md).
 * @param {ChildSpec} spec
 * @returns {Promise<Running>}
 */
export async function launchChild({ args, cwd, env, readyUrl, graceMs, onLine }) {
  const isGroup = process.platform !== 'win32';
  const child = spawn(process.execPath, [...args], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'], detached: isGroup, windowsHide: true });
  child.stdin.on('error', () => undefined);
  const tail = lastLines();
  for (const stream of [child.stdout, child.stderr]) {
    eachLine(stream, (line) => {
      tail.add(line);
      onLine(line);
    });
  }
  const life = { isOver: false };
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => {
    const end = (/** @type {string} */ how) => {
      life.isOver = true;
      resolve(how);
    };
    child.once('error', (failure) => end(failure.message));
    child.once('exit', (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  const send = (/** @type {NodeJS.Signals} */ signal) => sendToGroup(child.pid, signal, isGroup);
  return {
    pid: child.pid ?? 0,
    exited,
    ready: untilAnswering(readyUrl, life),
    lastWords: tail.get,
    kill: () => send('SIGKILL'),
    async stop() {
      // Windows would end it on the spot; the closed pipe asks it to end everywhere.
      if (isGroup && child.pid) child.kill('SIGTERM');
      else child.stdin.end();
      const insist = setTimeout(() => send('SIGKILL'), graceMs);
      await exited;
      clearTimeout(insist);
      send('SIGKILL'); // what it may have started and left
    },
  };
}

/**
 * @param {string} url
 * @param {{ isOver: boolean }} life
 */
async function untilAnswering(url, life) {
  while (!life.isOver) {
    if (await isAnswering(url)) return !life.isOver;
    await sleep(READY_EVERY_MS);
  }
  return false;
}

/**
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} signal
 * @param {boolean} isGroup
 */
function sendToGroup(pid, signal, isGroup) {
  if (pid === undefined) return;
  try {
    process.kill(isGroup ? -pid : pid, signal);
  } catch {
    // It has ended.
  }
}
