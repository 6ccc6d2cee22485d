import { Injectable } from '@nestjs/common';
import { backupStanding, type BackupStanding } from '@tenon/domain/backup';
import { BackupFolder, type BackupPlace, type BackupRow } from '../files/backup-folder.js';

/** Backups as they lie there, and how they stand against their rule. */
export interface Backups extends BackupStanding, Pick<BackupPlace, 'everyHours' | 'keep'> {
  readonly backups: readonly BackupRow[];
}

/** Says which backups of the bundled database there are, which of them is good, and whether there should be a newer one. */
@Injectable()
export class ReadBackups {
  constructor(private readonly folder: BackupFolder) {}

  async execute(now = new Date()): Promise<Backups> {
    const { everyHours, keep } = this.folder.place;
    const backups = await this.folder.list();
    const since = (await this.folder.since()) ?? now;
    const taken = backups.map(({ takenAt, verifiedAt }) => ({ takenAt, isGood: verifiedAt !== null }));
    return { everyHours, keep, backups, ...backupStanding(taken, { everyHours, since, now }) };
  }
}
