import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The name of a backup that was taken at a time. */
export const backupNameOf = (at: Date): string => `tenon-${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;

/**
 * Puts a backup there as `npm run backup` leaves it.
 * @param record what it says of itself; null where that is lost
 * @returns its name
 */
export function makeBackup(home: string, takenAt: Date, record: object | null, content = ''): string {
  const folder = path.join(home, backupNameOf(takenAt));
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'base.tar.gz'), content);
  if (record) writeFileSync(path.join(folder, 'backup.json'), JSON.stringify({ format: 1, takenAt: takenAt.toISOString(), ...record }));
  return backupNameOf(takenAt);
}
