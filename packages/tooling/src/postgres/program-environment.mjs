// @ts-check
import { environment } from '../cli/env.mjs';

/**
 * What PostgreSQL's programs see of our environment: not PGDATA, PGPORT and the like, which would change what they do.
 * @returns {NodeJS.ProcessEnv}
 */
export function programEnvironment() {
  const all = environment();
  const kept = process.platform === 'win32' ? Object.entries(all).filter(([name]) => !name.startsWith('PG')) : [['PATH', all['PATH']]];
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}
