// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { programFile } from '../../packages/tooling/src/bundler/programs.mjs';
import { environment } from '../../packages/tooling/src/cli/env.mjs';

const STAFF = { email: 'office@example.com', password: 'a long enough secret' };

/**
 * Somebody of the office, appointed as on any platform and signed in.
 * @param {{ databaseUrl: string, url: string }} platform
 * @returns {Promise<string>} Their cookie.
 */
export async function staffSession({ databaseUrl, url }) {
  const args = [programFile('api', 'appoint-staff'), '--email', STAFF.email, '--name', 'bench', '--role', 'root', '--password-stdin'];
  const appointing = spawn(process.execPath, args, { env: { ...environment(), DATABASE_URL: databaseUrl }, stdio: ['pipe', 'ignore', 'inherit'] });
  appointing.stdin.end(`${STAFF.password}\n`);
  const [code] = await once(appointing, 'exit');
  if (code !== 0) throw new Error(`appoint-staff ended with ${code}.`);
  const response = await fetch(`${url}/api/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(STAFF) });
  if (!response.ok) throw new Error(await response.text());
  return response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
}
