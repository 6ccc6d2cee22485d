import 'reflect-metadata';
import { RotateKeys } from '@tenon/identity/api';
import type { CommandContext } from '../commands/command.js';
import { withIdentity } from '../commands/with-identity.js';
import { readApiEnv } from '../env.js';

/** Seals every secret at rest anew, by the keys of the environment. @returns whether none stayed as it was */
export async function rotateKeys({ say }: CommandContext): Promise<boolean> {
  const { sealed, left } = await withIdentity('rotate-keys', readApiEnv(), (app) => app.get(RotateKeys, { strict: false }).execute());
  for (const { column, id, code } of left) say(`✗ ${column} of ${id} stays as it was: ${code}`);
  say(`${sealed} sealed anew, ${left.length} left as they were.`);
  return left.length === 0;
}
