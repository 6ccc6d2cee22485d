import { execFileSync } from 'node:child_process';

/** Whether this machine has a program that a journey would run. */
export function hasProgram(name: string): boolean {
  try {
    execFileSync('which', [name]);
    return true;
  } catch {
    return false;
  }
}
