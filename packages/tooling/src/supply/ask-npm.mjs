// @ts-check
import { execFile } from 'node:child_process';
import { npmCommand } from '../cli/npm-command.mjs';
import { REPOSITORY } from '../cli/repository.mjs';

const MOST_BYTES = 64 * 1024 * 1024;

/**
 * What npm answers, whatever its exit code: an audit that finds something ends with 1.
 * @param {readonly string[]} wanted
 * @param {string} [folder]
 * @returns {Promise<string>}
 */
export function askNpm(wanted, folder = REPOSITORY) {
  const { program, args, options } = npmCommand(wanted);
  return new Promise((resolve) => {
    execFile(program, args, { ...options, cwd: folder, maxBuffer: MOST_BYTES, encoding: 'utf8' }, (_failure, said) => resolve(said));
  });
}
