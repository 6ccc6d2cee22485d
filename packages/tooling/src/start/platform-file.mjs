// @ts-check
import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What a running platform tells other programs (benchmarks, journeys, a second start) in `platform.json`, readable by its owner alone.
 * @typedef {object} PlatformFile
 * @property {'starting' | 'running' | 'stopping'} state
 * @property {number} pid The supervisor's.
 * @property {Record<string, number>} processes By name: api, worker, gateway, portal, postgres; 0 while one is down.
 * @property {string} [portalUrl]
 * @property {string} [apiUrl]
 * @property {string} [workerUrl]
 * @property {string} [mqttUrl]
 * @property {string} [deviceHttpUrl]
 * @property {import('./demo.mjs').DemoAccess} [demo]
 */

/** @param {string} dataDir */
const platformFile = (dataDir) => path.join(dataDir, 'platform.json');

/**
 * @param {string} dataDir
 * @returns {PlatformFile | null}
 */
export function readPlatformFile(dataDir) {
  try {
    return JSON.parse(readFileSync(platformFile(dataDir), 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Keeps the file in step with what is known; removes it at the end.
 * @param {string} dataDir
 */
export function openPlatformFile(dataDir) {
  /** @type {PlatformFile} */
  let known = { state: 'starting', pid: process.pid, processes: {} };
  const write = () => {
    const draft = `${platformFile(dataDir)}.draft`;
    try {
      writeFileSync(draft, `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600 });
      chmodSync(draft, 0o600);
      renameSync(draft, platformFile(dataDir));
    } catch {
      // It informs; nothing here depends on it.
    }
  };
  write();
  return {
    /** @param {Partial<PlatformFile>} more */
    tell(more) {
      known = { ...known, ...more };
      write();
    },
    /**
     * @param {string} name
     * @param {number} pid
     */
    tellProcess(name, pid) {
      known = { ...known, processes: { ...known.processes, [name]: pid } };
      write();
    },
    remove: () => rmSync(platformFile(dataDir), { force: true }),
  };
}
