// @ts-check
import path from 'node:path';

/**
 * Where the logs of a data folder are.
 * @param {string} dataDir
 * @param {string} name
 */
export const logFile = (dataDir, name) => path.join(dataDir, 'logs', `${name}.log`);
