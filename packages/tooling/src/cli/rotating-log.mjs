// @ts-check
import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} RotatingLog
 * @property {(line: string) => void} write
 * @property {() => void} close
 */

/**
 * A log file that is set aside when it is full: `api.log`, then `api.log.1`, `api.log.2`, the oldest dropped.
 * A full disk loses log lines, never the platform.
 * @param {string} file
 * @param {{ maxBytes?: number, keep?: number }} [options]
 * @returns {RotatingLog}
 */
export function openRotatingLog(file, { maxBytes = 10 * 1024 * 1024, keep = 3 } = {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  let descriptor = openSync(file, 'a', 0o640);
  let sizeBytes = statSync(file).size;
  let isOpen = true;
  const rotate = () => {
    for (let age = keep - 1; age >= 1; age -= 1) moveIfThere(`${file}.${age}`, `${file}.${age + 1}`);
    moveIfThere(file, `${file}.1`);
    const full = descriptor;
    descriptor = openSync(file, 'a', 0o640);
    closeSync(full);
    sizeBytes = 0;
  };
  return {
    write(line) {
      if (!isOpen) return;
      try {
        if (sizeBytes >= maxBytes) rotate();
        sizeBytes += writeSync(descriptor, `${line}\n`);
      } catch {
        // The disk is full or the folder went away; the child that wrote this line must not be held up.
      }
    },
    close() {
      if (isOpen) closeSync(descriptor);
      isOpen = false;
    },
  };
}

/**
 * @param {string} from
 * @param {string} to
 */
function moveIfThere(from, to) {
  try {
    renameSync(from, to);
  } catch {
    // Not there yet.
  }
}
