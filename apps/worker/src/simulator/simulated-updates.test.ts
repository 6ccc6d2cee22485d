import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { SimulatedUpdates } from './simulated-updates.js';

/** A machine whose platform answers at once. */
function machine(file: Buffer, spoil: (chunk: Buffer) => Buffer = (chunk) => chunk) {
  const said: Record<string, unknown>[] = [];
  const sizes: number[] = [];
  let ended: () => void = () => undefined;
  const end = new Promise<void>((resolve) => (ended = resolve));
  const updates: SimulatedUpdates = new SimulatedUpdates(
    {
      say: (facts) => {
        said.push(facts);
        if (facts['fw_state'] === 'UPDATED' || facts['fw_state'] === 'FAILED') ended();
      },
      askChunk: (chunk, bytes) => {
        sizes.push(bytes);
        updates.take(`v2/fw/response/1/chunk/${chunk}`, spoil(file.subarray(chunk * bytes, (chunk + 1) * bytes)));
      },
    },
    0,
  );
  const told = { fw_title: 'XC', fw_version: '2.0', fw_size: file.length, fw_checksum: createHash('sha256').update(file).digest('hex') };
  return { updates, said, sizes, end, told };
}

it('a simulated machine fetches what it is asked to run, checks it, and says each step and what it runs then', async () => {
  const { updates, said, sizes, end, told } = machine(randomBytes(12_345));
  updates.hear(told);
  await end;
  expect(said.map(({ fw_state }) => fw_state)).toEqual(['DOWNLOADING', 'DOWNLOADED', 'VERIFIED', 'UPDATING', 'UPDATED']);
  expect(said.at(-1)).toEqual({ fw_state: 'UPDATED', current_fw_title: 'XC', current_fw_version: '2.0' });
  expect([sizes.length, new Set(sizes)]).toEqual([20, new Set([618])]);
  // Told again, it has it already.
  updates.hear(told);
  expect(said).toHaveLength(5);
});

it('a file that is not what was promised is not installed', async () => {
  const { updates, said, end, told } = machine(randomBytes(2_000), (chunk) => Buffer.alloc(chunk.length));
  updates.hear(told);
  await end;
  expect(said.at(-1)).toMatchObject({ fw_state: 'FAILED', fw_error: expect.stringContaining('SHA-256') });
});

it('what it runs since before it was started anew is not fetched again', () => {
  const { updates, said, told } = machine(randomBytes(10));
  updates.remember({ current_fw_title: 'XC', current_fw_version: '2.0' });
  updates.hear(told);
  expect(said).toEqual([]);
});
