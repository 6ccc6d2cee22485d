import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** Where backups of the bundled database lie, and how they are kept. */
export interface BackupPlace {
  readonly home: string;
  /** 0: the platform takes none. */
  readonly everyHours: number;
  readonly keep: number;
  /** What is backed up. */
  readonly dataDir: string;
}

/** One backup, by what it says of itself. */
export interface BackupRow {
  /** Of its folder. */
  readonly name: string;
  readonly takenAt: Date;
  readonly bytes: number;
  /** How long it took to take; null of one from before this was noted. */
  readonly tookMs: number | null;
  /** When it was restored and read through; null: not yet, or in vain. */
  readonly verifiedAt: Date | null;
  readonly verification: { readonly tables: number; readonly rows: number; readonly indexes: number; readonly tookMs: number } | null;
  /** Why it could not be relied on when it was last restored. */
  readonly fault: string | null;
}

const NAME = /^tenon-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
const count = z.number().min(0);
/** As `npm run backup` writes it, by this version and those before. */
const record = z.object({
  takenAt: z.iso.datetime(),
  verifiedAt: z.iso.datetime().nullable(),
  tookMs: count.optional(),
  verification: z.object({ tables: count, rows: count, indexes: count, tookMs: count }).optional(),
  fault: z.object({ message: z.string() }).nullish(),
});

/** The folder of backups: what lies there is the one truth, and nothing of it is kept elsewhere. */
export class BackupFolder {
  constructor(readonly place: BackupPlace) {}

  /** Whole backups, the newest first. One that somebody takes away just then is left out. */
  async list(): Promise<BackupRow[]> {
    const names = (await readdir(this.place.home).catch(() => [])).filter((name) => NAME.test(name)).toSorted().toReversed();
    const rows = await Promise.all(names.map((name) => readRow(this.place.home, name).catch(() => null)));
    return rows.filter((row) => row !== null);
  }

  /** Since when there is something to back up; null where that cannot be told. */
  async since(): Promise<Date | null> {
    const made = await stat(path.join(this.place.dataDir, 'secret')).catch(() => null);
    return made?.mtime ?? null;
  }
}

async function readRow(home: string, name: string): Promise<BackupRow> {
  const folder = path.join(home, name);
  const files = await readdir(folder);
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(folder, file))).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const read = record.safeParse(JSON.parse(await readFile(path.join(folder, 'backup.json'), 'utf8').catch(() => 'null')));
  if (!read.success) return { name, takenAt: new Date(name.replace(NAME, '$1-$2-$3T$4:$5:$6Z')), bytes, tookMs: null, verifiedAt: null, verification: null, fault: 'backup.json cannot be read' };
  const { takenAt, verifiedAt, tookMs = null, verification = null, fault } = read.data;
  return { name, takenAt: new Date(takenAt), bytes, tookMs, verifiedAt: verifiedAt === null ? null : new Date(verifiedAt), verification, fault: fault?.message ?? null };
}
