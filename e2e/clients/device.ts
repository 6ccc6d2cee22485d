import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { commandEnv, platform } from '../platform/env.js';

const run = promisify(execFile);

/** Sends a message as a machine with this token would by HTTP, and gives the answer's status. */
export async function send(token: string, message: object | string): Promise<number> {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  const { status } = await fetch(`${platform().deviceHttpUrl}/api/v1/${token}/telemetry`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return status;
}

/** Whether this machine can run what a person would have installed for it. */
export function canRun(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, [...args], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs a command exactly as a page shows it, in a shell; a command that fails rejects. */
export async function runShown(command: string): Promise<string> {
  const { stdout } = await run('bash', ['-c', command], { env: commandEnv() });
  return stdout;
}
