// @ts-check
import { cpuMs, peakMb } from '../ingest/cpu.mjs';

const MIB = 2 ** 20;

/**
 * All machines fetch the file at once.
 * @param {{ machines: readonly { open(): Promise<void>, fetch(chunkBytes: number): Promise<number>, close(): void }[], chunkBytes: number, fileBytes: number, pids: readonly number[] }} options
 */
export async function measure({ machines, chunkBytes, fileBytes, pids }) {
  // A few at a time: how many come in a second is measured elsewhere.
  for (let at = 0; at < machines.length; at += 50) await Promise.all(machines.slice(at, at + 50).map((machine) => machine.open()));
  const before = pids.map(cpuMs);
  const startedAt = performance.now();
  const times = await Promise.all(
    machines.map(async (machine) => {
      const bytes = await machine.fetch(chunkBytes);
      if (bytes !== fileBytes) throw new Error(`A machine got ${bytes} bytes of ${fileBytes}.`);
      return (performance.now() - startedAt) / 1_000;
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  const mib = (machines.length * fileBytes) / MIB;
  const cpu = pids.map((pid, at) => (cpuMs(pid) - (before[at] ?? 0)) / mib);
  for (const machine of machines) machine.close();
  return { machines: machines.length, chunkBytes, seconds, mbPerSecond: (mib * MIB) / 1e6 / seconds, msPerMib: cpu, firstS: Math.min(...times), peakMb: peakMb(pids[0] ?? 0) };
}
