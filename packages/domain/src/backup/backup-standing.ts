const HOUR_MS = 3_600_000;
/** One that fails is tried again within the hour, and taking it and reading it through takes a while. */
const GRACE_HOURS = 2;

/** What is known of one backup. */
export interface TakenBackup {
  /** All that was committed before is in it. */
  readonly takenAt: Date;
  /** Whether it was restored and read through. */
  readonly isGood: boolean;
}

/** How backups stand against their rule. */
export interface BackupStanding {
  /** When the next is due; null where the platform takes none. */
  readonly nextAt: Date | null;
  /** Of the newest that is good: what came later is lost if the database is. */
  readonly newestGoodAt: Date | null;
  /** Whether there should be a newer good one. */
  readonly isLate: boolean;
}

/**
 * Holds backups against the rule: one every so many hours, each restored once.
 * @param everyHours 0: the platform takes none
 * @param since when there began to be something to back up
 */
export function backupStanding(backups: readonly TakenBackup[], { everyHours, since, now }: { readonly everyHours: number; readonly since: Date; readonly now: Date }): BackupStanding {
  const newestGoodAt = newest(backups.filter(({ isGood }) => isGood));
  if (everyHours === 0) return { nextAt: null, newestGoodAt, isLate: false };
  const after = (at: Date, hours: number): Date => new Date(at.getTime() + hours * HOUR_MS);
  return {
    nextAt: after(newest(backups) ?? since, everyHours),
    newestGoodAt,
    isLate: after(newestGoodAt ?? since, everyHours + GRACE_HOURS) < now,
  };
}

function newest(backups: readonly TakenBackup[]): Date | null {
  return backups.reduce<Date | null>((found, { takenAt }) => (found && found >= takenAt ? found : takenAt), null);
}
