// @ts-check
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { lastLines } from './last-lines.mjs';
import { eachLine } from './line-splitter.mjs';

/** npm, told to end, first puts back what it replaced; without a network that may never come to an end. */
const GRACE_MS = 10_000;

/**
 * @typedef {object} CommandResult
 * @property {number} code Exit code; 127 when the program could not be started, 128 when a signal ended it.
 * @property {readonly string[]} lines The last lines it said.
 */

/**
 * Runs a program to its end in a process group of its own (Ctrl-C then reaches only us, and we end it in order: on `signal`
 * it is asked to end, and after `graceMs` it is made to).
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { onLine?: (line: string) => void, keepLines?: number, graceMs?: number, priority?: number }} [options] `priority` is for all that it starts as well.
 * @returns {Promise<CommandResult>}
 */
export function runCommand(program, args, { onLine, keepLines = 30, graceMs = GRACE_MS, priority, signal, ...options } = {}) {
  const tail = lastLines(keepLines);
  return new Promise((resolve) => {
    const isGroup = process.platform !== 'win32';
    const child = spawn(program, [...args], { stdio: ['ignore', 'pipe', 'pipe'], detached: isGroup, windowsHide: true, ...options });
    if (priority !== undefined && child.pid !== undefined) lower(child.pid, priority);
    const take = (/** @type {string} */ line) => {
      tail.add(line);
      onLine?.(line);
    };
    eachLine(child.stdout, take);
    eachLine(child.stderr, take);
    const end = () => endGroup(child.pid, isGroup, 'SIGTERM');
    /** @type {NodeJS.Timeout | undefined} */
    let insisting;
    const endInTime = () => {
      end();
      insisting = setTimeout(() => endGroup(child.pid, isGroup, 'SIGKILL'), graceMs);
    };
    signal?.addEventListener('abort', endInTime, { once: true });
    process.once('exit', end);
    const settle = (/** @type {number} */ code) => {
      clearTimeout(insisting);
      signal?.removeEventListener('abort', endInTime);
      process.removeListener('exit', end);
      resolve({ code, lines: tail.get() });
    };
    child.once('error', (failure) => {
      tail.add(failure.message);
      settle(127);
    });
    child.once('close', (code) => settle(code ?? 128));
    if (signal?.aborted) endInTime();
  });
}

/**
 * Linux weighs a session as a whole against others, where it was told to, and a process only within its own.
 * @param {number} pid
 * @param {number} priority
 */
function lower(pid, priority) {
  setPriority(pid, priority);
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(priority));
  } catch {
    // There it was not told to, or is no Linux.
  }
}

/**
 * @param {number | undefined} pid
 * @param {boolean} isGroup
 * @param {NodeJS.Signals} how
 */
function endGroup(pid, isGroup, how) {
  if (pid === undefined) return;
  try {
    process.kill(isGroup ? -pid : pid, how);
  } catch {
    // It ended on its own.
  }
}
