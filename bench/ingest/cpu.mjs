// @ts-check
import { readdirSync, readFileSync } from 'node:fs';

// USER_HZ, which Linux fixes at 100 for what it shows in /proc.
const MS_A_TICK = 10;

/**
 * Fields of /proc/<pid>/stat after the command's name, from the state on.
 * @param {number | string} pid
 */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/**
 * Processor time that a process, its children and those it already buried have taken.
 * @param {number} pid
 */
export function cpuMs(pid) {
  const own = stat(pid);
  if (!own) return 0;
  const ticks = (/** @type {string[]} */ fields, /** @type {number[]} */ places) => places.reduce((sum, place) => sum + Number(fields[place]), 0);
  // utime, stime, cutime, cstime: fields 14 to 17 of the whole line.
  let sum = ticks(own, [11, 12, 13, 14]);
  for (const entry of readdirSync('/proc')) {
    const fields = /^\d+$/.test(entry) ? stat(entry) : null;
    if (fields && Number(fields[1]) === pid) sum += ticks(fields, [11, 12]);
  }
  return sum * MS_A_TICK;
}

/**
 * The most memory a process held at once, shared pages too.
 * @param {number} pid
 */
export function peakMb(pid) {
  try {
    const [, kb] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kb ?? 0) / 1_024;
  } catch {
    return 0;
  }
}
