// @ts-check
import { environment } from './env.mjs';

/**
 * How to call npm: the very one that started us, else the one on the path.
 * @param {readonly string[]} args
 * @returns {{ program: string, args: readonly string[], options: { shell?: boolean, env: NodeJS.ProcessEnv } }}
 */
export function npmCommand(args) {
  const { npm_execpath: started, ...all } = environment();
  // Under NODE_ENV=production npm would leave out what builds the platform.
  const { NODE_ENV: _left, ...env } = all;
  if (started && /npm-cli\.[cm]?js$/.test(started)) return { program: process.execPath, args: [started, ...args], options: { env } };
  // Windows starts npm.cmd through a shell only.
  return { program: 'npm', args, options: process.platform === 'win32' ? { shell: true, env } : { env } };
}
