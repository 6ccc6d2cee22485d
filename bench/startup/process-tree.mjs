// @ts-check
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second, whatever its own clock does. */
const TICKS_A_SECOND = 100;

/**
 * Proportional set size of a process and its descendants, in MB: shared pages are counted once.
 * @param {number} pid
 */
export function memoryMb(pid) {
  return sumOver(pid, (each) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${each}/smaps_rollup`))?.[1] ?? 0) / 1_024);
}

/**
 * Processor time that a process, its descendants and those of them that have ended took, in seconds.
 * @param {number} pid
 */
export function processorSeconds(pid) {
  return sumOver(pid, (each) => {
    // The program's name stands in brackets and may hold spaces; what follows it is counted from the third field.
    const fields = read(`/proc/${each}/stat`).split(') ').at(-1)?.split(' ') ?? [];
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_A_SECOND;
  });
}

/**
 * @param {number} pid
 * @param {(pid: number) => number} measure
 * @returns {number}
 */
function sumOver(pid, measure) {
  return measure(pid) + childrenOf(pid).reduce((sum, child) => sum + sumOver(child, measure), 0);
}

/**
 * A process's children, whichever of its threads started them.
 * @param {number} pid
 */
function childrenOf(pid) {
  return threadsOf(pid).flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).trim().split(' ').filter(Boolean).map(Number));
}

/** @param {number} pid */
function threadsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
