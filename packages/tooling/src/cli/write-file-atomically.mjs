// @ts-check
import { randomBytes } from 'node:crypto';
import { chown, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Replaces a file in one step, so that a reader (or a crash) never sees half of it. Its owner stays, also when root writes.
 * @param {string} file
 * @param {string} text
 * @param {{ mode?: number }} [options] `mode` 0o600 for secrets.
 */
export async function writeFileAtomically(file, text, { mode = 0o644 } = {}) {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, text, { mode });
    const earlier = await stat(file).catch(() => null);
    if (earlier && process.getuid?.() === 0) await chown(draft, earlier.uid, earlier.gid);
    await rename(draft, file);
  } catch (failure) {
    await rm(draft, { force: true });
    throw failure;
  }
}
