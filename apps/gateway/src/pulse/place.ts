import { hostname } from 'node:os';
import type { NameHolder } from '@tenon/devices/ingest';

type Place = Pick<NameHolder, 'host' | 'pid'>;

/** Where this process runs. */
export const HERE: Place = { host: hostname(), pid: process.pid };

/** As people look for it. */
export function placeText({ host, pid }: Place): string {
  return host === '' ? 'an earlier version' : `${host}, process ${pid}`;
}

/**
 * Whether a process is known not to live any more, of those that run where this one does: one that was killed is replaced at once. What runs
 * elsewhere can only be waited for. In a container each process is number 1, and so is the one before it.
 */
export function isKnownDead({ host, pid }: Place): boolean {
  if (host !== HERE.host) return false;
  return pid === HERE.pid || !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one that lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
