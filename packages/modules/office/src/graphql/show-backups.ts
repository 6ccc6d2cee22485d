import type { Backups } from '../application/read-backups.js';

/** Backups in the words of the schema. */
export function showBackups({ keep, nextAt, newestGoodAt, backups, ...rest }: Backups) {
  return {
    ...rest,
    keepCount: keep,
    nextAt: nextAt?.toISOString() ?? null,
    newestGoodAt: newestGoodAt?.toISOString() ?? null,
    backups: backups.map(({ takenAt, verifiedAt, ...backup }) => ({ ...backup, takenAt: takenAt.toISOString(), verifiedAt: verifiedAt?.toISOString() ?? null })),
  };
}
