// @ts-check
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { cpuMs } from '../ingest/cpu.mjs';

/**
 * The worker's part, in a process of its own.
 * @param {{ databaseUrl: string, pid: number }} database
 * @param {string} tenantId
 */
export function startWorker({ databaseUrl, pid }, tenantId) {
  const child = fork(fileURLToPath(new URL('./worker.process.mjs', import.meta.url)), [databaseUrl, tenantId]);
  const ended = once(child, 'exit').then(() => {
    throw new Error('The worker ended.');
  });
  // As it does when it is stopped, and then nobody waits for it.
  ended.catch(() => undefined);
  return {
    /**
     * @param {'roll up' | 'move into blocks' | 'move minutes'} work
     * @param {readonly string[]} deviceIds
     * @returns {Promise<{ ms: number, cpuMs: number, peakMb: number }>} processor time of this process and of PostgreSQL
     */
    async do(work, deviceIds) {
      const before = cpuMs(pid);
      child.send({ work, deviceIds });
      const [done] = await Promise.race([once(child, 'message'), ended]);
      return { ...done, cpuMs: done.cpuMs + cpuMs(pid) - before };
    },
    async stop() {
      if (!child.connected) return;
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
